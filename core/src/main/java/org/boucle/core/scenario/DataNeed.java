package org.boucle.core.scenario;

/**
 * Data that a lever needs.
 *
 * @param code key of its text, {@code need.<code>} in the messages, which says what to connect and how
 * @param path the page where the user gives it
 */
public record DataNeed(String code, String path) {}
