package org.boucle.app.server;

/** Answers one request. Bad input is thrown as {@code BadInput} and answered 400 with all its issues. */
@FunctionalInterface
public interface Handler {
    void handle(Exchange exchange);
}
