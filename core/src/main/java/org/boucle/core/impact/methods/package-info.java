/**
 * Accounting methods on footprints: EF single score, Circular Footprint Formula, material circularity, ISO 59020 indicators,
 * transport chains after ISO 14083, scopes and posts of corporate inventories, and the uncertainty rules that go with them.
 */
package org.boucle.core.impact.methods;
