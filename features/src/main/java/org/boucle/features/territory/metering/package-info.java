/** Flows and exchanges as meters tell them: yearly amount with its range, months, hours of the day, and promise kept. */
package org.boucle.features.territory.metering;
