/** Versioned law and reference tables of the territory: waste list, operations, activities, resources, substitution rules. */
package org.boucle.features.territory.catalog;
