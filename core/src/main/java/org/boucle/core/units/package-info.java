/** Units and quantities: SI, energy and primary energy, transport, money, and the units of the indicators. */
package org.boucle.core.units;
