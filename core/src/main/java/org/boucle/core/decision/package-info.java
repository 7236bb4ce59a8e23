/** What people decide about proposals, kept in an append-only chain in which no entry can be changed unseen. */
package org.boucle.core.decision;
