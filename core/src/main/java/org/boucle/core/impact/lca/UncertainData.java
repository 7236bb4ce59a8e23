package org.boucle.core.impact.lca;

/**
 * The spreads of everything that a footprint is made of.
 *
 * @param characterisation the factors
 * @param technosphere spreads of the entries of A
 * @param biosphere spreads of the entries of B
 * @param factors spreads of the entries of C
 */
public record UncertainData(
        Characterisation characterisation, Spreads technosphere, Spreads biosphere, Spreads factors) {

    /** Only the technosphere is uncertain. */
    public static UncertainData technosphereOnly(
            LifeCycleDatabase database, Characterisation characterisation, Spreads technosphere) {
        return new UncertainData(
                characterisation,
                technosphere,
                Spreads.none(database.biosphere()),
                Spreads.none(characterisation.factors()));
    }

    void requireFit(LifeCycleDatabase database) {
        technosphere.requireSize(database.technosphere(), "technosphere");
        biosphere.requireSize(database.biosphere(), "biosphere");
        factors.requireSize(characterisation.factors(), "characterisation");
    }
}
