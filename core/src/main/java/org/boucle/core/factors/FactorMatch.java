package org.boucle.core.factors;

import java.util.List;

/** A factor with the ways in which it is not exactly the one asked for. */
public record FactorMatch(Factor factor, List<Fallback> fallbacks) {
    public FactorMatch {
        fallbacks = List.copyOf(fallbacks);
    }

    public static FactorMatch exact(Factor factor) {
        return new FactorMatch(factor, List.of());
    }

    public boolean isExact() {
        return fallbacks.isEmpty();
    }
}
