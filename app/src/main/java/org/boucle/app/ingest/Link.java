package org.boucle.app.ingest;

/** A running connection that brings values to the intake by itself and comes back by itself when it was cut. */
interface Link extends AutoCloseable {
    /** Begins in the background; settings that cannot work throw {@code BadInput}. */
    void start();

    LinkStatus status();

    @Override
    void close();
}
