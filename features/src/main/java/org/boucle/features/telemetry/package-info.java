/**
 * Telemetry without any input or output: the codec of sealed chunks, the checks a point passes before it is kept, the
 * arithmetic of counters that reset or wrap, roll-ups as accumulators that can be added to and merged, and the guess of
 * what the columns of a stranger's file mean. Times are milliseconds since 1970-01-01T00:00Z everywhere; method notes
 * stand in {@code docs/methods/telemetry.md} and {@code docs/methods/ingest.md}.
 */
package org.boucle.features.telemetry;
