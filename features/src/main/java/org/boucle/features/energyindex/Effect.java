package org.boucle.features.energyindex;

/**
 * What a decision does to the index of a year.
 *
 * @param before the index of the year without the decision: the new post weighs as what it stands for
 * @param after the index with the reference that was settled
 */
public record Effect(int year, IndexOutcome before, IndexOutcome after) {

    /** The effect of giving a post its reference. */
    public static Effect of(
            Agreement agreement, Site site, Post post, ReferenceConsumption reference, int year, Conversions table) {
        Site settled = site.with(post.withReference(reference));
        SiteYear after = SiteYears.of(agreement, settled, year, table);
        return new Effect(year, after.unadjusted(), after.index());
    }
}
