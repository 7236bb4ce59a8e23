/**
 * An organisation's year: what it did, post by post, the electricity contracts it holds, and the footprint that follows in
 * scopes 1 to 3 by location and by market, in the 22 BEGES posts and in the ten industrial categories.
 */
package org.boucle.core.impact.company;
