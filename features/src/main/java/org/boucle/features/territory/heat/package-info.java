/** Heat cascades (problem table), composite curves and total-site targets. */
package org.boucle.features.territory.heat;
