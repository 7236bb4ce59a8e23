/** Footprints of products: how long an answer takes between two keystrokes. */
package org.boucle.bench.footprint;
