/**
 * The demonstration: a biscuit factory simulated physically, published through a real MQTT broker that runs in the same
 * process, with a year of history.
 */
package org.boucle.app.demo;
