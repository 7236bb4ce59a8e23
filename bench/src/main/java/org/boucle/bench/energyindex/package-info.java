/** How fast the energy-efficiency index consolidates a sector, and how time grows with the number of companies. */
package org.boucle.bench.energyindex;
