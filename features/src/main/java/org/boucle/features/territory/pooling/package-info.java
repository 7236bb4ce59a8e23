/** Pooling and sharing: collection rounds, group purchases, shared equipment. */
package org.boucle.features.territory.pooling;
