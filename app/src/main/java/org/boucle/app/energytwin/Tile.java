package org.boucle.app.energytwin;

/**
 * One figure at the top of a page.
 *
 * @param id element that live events write to
 * @param label what it is
 * @param value number as text
 * @param unit its unit
 * @param note what stands below
 * @param opens where a click leads: what the number is made of
 */
public record Tile(String id, String label, String value, String unit, String note, String opens) {}
