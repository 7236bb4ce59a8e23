package org.boucle.app.telemetry;

/** Hears of points once they are durable, in the thread that stored them: be quick, and keep what you need, not the batch. */
@FunctionalInterface
public interface PointListener {
    void stored(PointBatch batch);
}
