/**
 * What a machine draws and who in it draws it: pure arithmetic and parsing, no file and no socket.
 *
 * <p>Energy counters that wrap around, processor time between two readings, the division of a machine's power between
 * its processes, the fit of a power curve to measured points, and the lines of the tools that already measure
 * (Energizta, Scaphandre, Kepler). The agent reads files and calls this package every few seconds with a heap of a few
 * megabytes, so the code here keeps to plain loops: a stream or a string concatenation costs the agent classes that it
 * must hold for its whole life.
 */
package org.boucle.features.itfootprint.measurement;
