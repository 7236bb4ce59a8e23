package org.boucle.app.server;

/** What the request names does not exist, or not for this user: answered 404. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(what);
    }
}
