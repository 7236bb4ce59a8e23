/**
 * The footprint of a digital service: terminals, networks and data centres over their life, per functional unit.
 *
 * <p>After ADEME's methodological frame for digital services (three tiers, four stages) and the Boavizta talk of June 2023:
 * the share of each equipment that serves the service (allocation key) times what the equipment costs, divided by what
 * the business counts ("g CO2e per booking"), and told by scope for who provides and who buys the service.
 *
 * <p>{@link org.boucle.features.itfootprint.service.ServiceFootprint#of} is the whole calculus. What an hour of equipment
 * costs comes from the engine of the parent package through {@link org.boucle.features.itfootprint.service.Costs}.
 */
package org.boucle.features.itfootprint.service;
