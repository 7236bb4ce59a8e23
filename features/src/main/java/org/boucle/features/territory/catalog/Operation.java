package org.boucle.features.territory.catalog;

/**
 * A recovery or disposal operation.
 *
 * @param code for instance {@code R5}, {@code D1}, or our {@code REUSE}, {@code SHARE}, {@code UTILITY}
 * @param hierarchy level of Directive 2008/98/EC article 4: prevention 5, re-use 4, recycling 3, other recovery 2,
 *     disposal 1
 */
public record Operation(String code, String family, String kind, int hierarchy, String english, String french) {
    public boolean isDisposal() {
        return family.equals("disposal");
    }

    /** Whether the matter ends in or on the ground. */
    public boolean isLandfill() {
        return kind.equals("landfill") || kind.equals("land");
    }
}
