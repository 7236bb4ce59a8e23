package org.boucle.app.ingest;

/**
 * One value as it arrived, before any check.
 *
 * @param site site it claims to belong to
 * @param series name of its series in that site
 * @param time milliseconds since the epoch
 * @param unit symbol of its unit, empty where the sender names none
 */
public record Reading(String site, String series, long time, double value, String unit) {}
