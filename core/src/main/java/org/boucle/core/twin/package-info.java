/**
 * The twin: what there is (sites, lines, machines, products, suppliers…), how it hangs together, and which series measure it.
 * One immutable graph, of which every page shows a side.
 */
package org.boucle.core.twin;
