/**
 * Lever [Production-01]: less energy and fewer resources for a production line, but for scheduling, which is a part of
 * its own.
 *
 * <p>Sources: sheet [Production-01] of "Jumeau numérique, levier de réduction des impacts environnementaux de
 * l'industrie" (Alliance Industrie du Futur, 2024): energy dashboard with alerts, energy by product, simulation of
 * production options, prediction; indicators energy, material, water. Intervals after JCGM 100:2008. The share of long
 * waits that can be avoided is an assumption, stated in each explanation (docs/levers/production-01.md).
 */
package org.boucle.features.levers.production01;
