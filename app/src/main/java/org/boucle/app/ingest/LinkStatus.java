package org.boucle.app.ingest;

import java.util.concurrent.atomic.AtomicLong;

/** What a connection has done so far; written by its threads, read by pages. */
public final class LinkStatus {
    private volatile boolean connected;
    private volatile String trouble = "";
    private volatile long lastMessage;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    void connected() {
        connected = true;
        trouble = "";
    }

    void disconnected(String why) {
        connected = false;
        trouble = why.length() > 300 ? why.substring(0, 300) : why;
    }

    void message() {
        messages.incrementAndGet();
        lastMessage = System.currentTimeMillis();
    }

    void malformedMessage() {
        malformed.incrementAndGet();
    }

    public boolean isConnected() {
        return connected;
    }

    /** Why it is not connected, empty where it is. */
    public String trouble() {
        return trouble;
    }

    /** When the last message came, milliseconds since the epoch; 0 where none has. */
    public long lastMessage() {
        return lastMessage;
    }

    public long messages() {
        return messages.get();
    }

    public long malformed() {
        return malformed.get();
    }
}
