/**
 * The agent: measures the Linux machine it runs on and sends what it measures to the twin.
 *
 * <p>It is a program of its own ({@link org.boucle.app.agent.AgentMain}) that touches nothing of the server: no
 * framework, no library, and in the code that runs at each sample no stream, no lambda and no string template, for each
 * of these loads classes that would stay in memory on every measured machine. Decision 0620 gives the figures.
 *
 * <p>Parts: probes read one thing each; {@link org.boucle.app.agent.DiskBuffer} keeps what is not yet acknowledged;
 * senders carry it to the twin; {@link org.boucle.app.agent.MetricsServer} shows the last sample to a Prometheus.
 */
package org.boucle.app.agent;
