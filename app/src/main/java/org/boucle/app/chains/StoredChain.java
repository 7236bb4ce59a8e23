package org.boucle.app.chains;

import org.boucle.core.impact.methods.FreightChain;

/** A chain as it is kept. */
public record StoredChain(long id, String company, FreightChain chain) {}
