/**
 * Impact per unit of flow: factors with their unit, geography, period, boundary, uncertainty, source and licence; the
 * library that finds them by name or code and says aloud when it had to take a neighbour; the screen that flags figures
 * nobody should believe.
 */
package org.boucle.core.factors;
