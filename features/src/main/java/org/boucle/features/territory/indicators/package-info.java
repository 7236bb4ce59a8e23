/** Indicators of a territory: symbiosis rate, circularity, robustness, jobs. */
package org.boucle.features.territory.indicators;
