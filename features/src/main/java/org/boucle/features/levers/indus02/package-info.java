/**
 * Lever [Outil Indus-02]: the site's own digital kit and its cloud, fitted to what is really needed: kept longer, fewer and
 * fuller servers, a cleaner region, refurbished kit.
 *
 * <p>Sources: sheet [Outil Indus-02] of "Jumeau numérique, levier de réduction des impacts environnementaux de l'industrie"
 * (Alliance Industrie du Futur, 2024): indicators material and energy. What remains is the net of ITU-T L.1480: reference −
 * observed − own footprint − rebound. Assumptions are stated in each explanation (docs/levers/outil-indus-02.md).
 */
package org.boucle.features.levers.indus02;
