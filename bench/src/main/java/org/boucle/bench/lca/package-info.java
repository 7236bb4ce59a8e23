/** The life-cycle engine on a generated database of ecoinvent's size and on USLCI, beside its peers. */
package org.boucle.bench.lca;
