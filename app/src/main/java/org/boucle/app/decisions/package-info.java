/** Decisions about proposals, their evidence, and the append-only chains in the store. */
package org.boucle.app.decisions;
