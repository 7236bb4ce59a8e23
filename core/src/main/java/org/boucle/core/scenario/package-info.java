/**
 * Scenarios and their comparison, and the levers that propose them: the 19 opportunities of the brochure "Jumeau
 * numérique, levier de réduction des impacts environnementaux de l'industrie" (Alliance Industrie du Futur, 2024).
 */
package org.boucle.core.scenario;
