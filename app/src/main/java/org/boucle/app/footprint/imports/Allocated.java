package org.boucle.app.footprint.imports;

import java.util.List;

/**
 * How one process with several products was divided.
 *
 * @param process its name
 * @param method what was done
 * @param stated whether the data set or the user said so, as against a choice made here
 * @param shares what each product carries
 */
public record Allocated(String process, Allocation method, boolean stated, List<Share> shares) {
    /**
     * What a product carries.
     *
     * @param share of the process's exchanges, from 0 to 1; where shares differ by exchange, their default
     */
    public record Share(String product, double share) {}

    public Allocated {
        shares = List.copyOf(shares);
    }
}
