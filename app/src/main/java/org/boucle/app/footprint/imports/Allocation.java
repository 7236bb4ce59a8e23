package org.boucle.app.footprint.imports;

import java.util.Locale;
import java.util.Optional;

/** How a process that gives several products is divided among them. */
public enum Allocation {
    /** As each data set states it; where it states nothing, by price, else by a common quantity, else cut off. */
    STATED,
    /** By a physical property: as stated, else by amount where all products share a dimension. */
    PHYSICAL,
    /** By value. */
    ECONOMIC,
    /** By cause, exchange by exchange. */
    CAUSAL,
    /** By-products replace what another process of the file would have made. */
    SUBSTITUTION,
    /** The reference product carries everything. */
    CUT_OFF;

    /** The choice in a form or a query: its name in any case, with a hyphen or not. */
    public static Optional<Allocation> find(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Allocation allocation : values()) {
            if (allocation.name().equals(name)) {
                return Optional.of(allocation);
            }
        }
        return Optional.empty();
    }

    /** Its key in messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
