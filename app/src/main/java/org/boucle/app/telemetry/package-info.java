/**
 * The store of measured values: a registry of series, the points as they arrive and their sealed chunks, all in the one
 * database of the house. Analytics read through {@link org.boucle.app.telemetry.TelemetryStore}.
 */
package org.boucle.app.telemetry;
