/** Which exchanges to run, with quantities: fixed costs, minimum lots, hubs with blending, several periods, cost against CO2. */
package org.boucle.features.territory.exchange;
