package org.boucle.app.accounts;

/**
 * A person or program that uses Boucle.
 *
 * @param company the company that the person belongs to, empty for nobody's
 */
public record Account(long id, String name, Role role, String company) {}
