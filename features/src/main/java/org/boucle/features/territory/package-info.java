/**
 * Industrial symbiosis on a territory (sheet [Territorial-01] of the brochure and the Florange note): who gives what to
 * whom, what it saves, what the law asks and how the gain is shared. Pure: solving a linear model is a value in, a value
 * out, and who runs the solver is the application's matter.
 */
package org.boucle.features.territory;
