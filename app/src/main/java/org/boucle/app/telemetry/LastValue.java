package org.boucle.app.telemetry;

/** The newest value of a series and its time in milliseconds since the epoch. */
public record LastValue(long time, double value) {}
