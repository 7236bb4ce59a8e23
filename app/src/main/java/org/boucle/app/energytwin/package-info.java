/**
 * The live energy twin: dashboard of site, line and machine, alerts, prediction, baselines, cost and carbon, its API and
 * commands, over the pure functions of {@code org.boucle.features.energytwin}.
 */
package org.boucle.app.energytwin;
