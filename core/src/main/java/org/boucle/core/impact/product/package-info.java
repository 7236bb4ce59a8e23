/**
 * A product as its maker describes it (bill of materials, steps, transport, use, end of life) and the footprint that
 * follows: every line an activity times a factor, in the ten industrial categories and whatever else the library knows.
 */
package org.boucle.core.impact.product;
