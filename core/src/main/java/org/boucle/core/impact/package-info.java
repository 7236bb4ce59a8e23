/**
 * Footprints: lines of activity times factor whose sum is the total, by life-cycle stage, impact category and greenhouse
 * gas scope, with their uncertainty, and the comparison of two of them.
 */
package org.boucle.core.impact;
