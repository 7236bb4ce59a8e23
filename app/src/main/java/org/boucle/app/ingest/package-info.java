/**
 * How values come in: MQTT (JSON and Sparkplug B), OPC UA, Modbus TCP, Prometheus, HTTP push, files. Every road ends in
 * {@link org.boucle.app.ingest.Intake}, which checks, quarantines and stores; see {@code docs/methods/ingest.md}.
 */
package org.boucle.app.ingest;
