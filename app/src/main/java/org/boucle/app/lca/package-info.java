/** {@code boucle lca}: raw life-cycle matrices solved from the command line, so that anyone can check the solver. */
package org.boucle.app.lca;
