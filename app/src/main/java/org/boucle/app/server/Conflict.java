package org.boucle.app.server;

import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;

/** The request cannot be done as things stand now, for instance a decision already taken: answered 409. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    public Conflict(String code, Object... arguments) {
        super(code);
        this.issue = Issue.of(Place.WHOLE, code, arguments);
    }

    public Issue issue() {
        return issue;
    }
}
