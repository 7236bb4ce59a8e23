/** Which flow could feed which need: hard gates, then an explained score, by an index that never looks at all pairs. */
package org.boucle.features.territory.matching;
