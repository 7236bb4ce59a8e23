/** Measurements of the territory: growth of the matcher, large exchange networks. */
package org.boucle.bench.territory;
