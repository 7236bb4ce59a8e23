package org.boucle.app.cli;

/** How a command prints its result: {@code --format json|csv|table}. */
public enum ResultFormat {
    json,
    csv,
    table
}
