package org.boucle.core.impact.lca;

import java.util.List;
import java.util.Map;

/**
 * A process as it is described: what it gives, takes and emits, and how a process that gives several products is turned
 * into activities that each give one.
 *
 * @param name what it is called
 * @param outputs its products, the reference product first
 * @param inputs products taken
 * @param interventions emissions and resources
 * @param method how several products are treated
 */
public record UnitProcess(
        String name, List<Output> outputs, List<Exchange> inputs, List<Exchange> interventions, Method method) {

    /** Marks an input or an avoided product that no activity of the database makes. */
    public static final int UNLINKED = -1;

    /**
     * A product given.
     *
     * @param product its row
     * @param amount in the product's unit, above zero
     * @param property its property per unit that a physical allocation goes by, for example mass, energy or protein
     * @param price its price per unit
     */
    public record Output(int product, double amount, double property, double price) {}

    /** An amount of a product, or of an intervention. */
    public record Exchange(int index, double amount) {}

    /** How a process with several products is treated; the choice order of ISO 14044 is substitution, physical, other. */
    public sealed interface Method {
        /** Shares by amount times a physical property. */
        record Physical() implements Method {}

        /** Shares by amount times price. */
        record Economic() implements Method {}

        /**
         * Shares by cause, exchange by exchange.
         *
         * @param inputs for each input the share of each output
         * @param interventions for each intervention the share of each output
         */
        record Causal(List<double[]> inputs, List<double[]> interventions) implements Method {}

        /**
         * System expansion: by-products replace what would have been made instead, which counts as a negative input.
         *
         * @param avoided for each by-product row the row of the product it replaces, unit for unit
         */
        record Substitution(Map<Integer, Integer> avoided) implements Method {}

        /** The reference product carries everything; by-products leave without burden. */
        record CutOff() implements Method {}
    }

    public UnitProcess {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
        interventions = List.copyOf(interventions);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("Process " + name + " gives no product.");
        }
        for (Output output : outputs) {
            if (!(output.amount() > 0)) {
                throw new IllegalArgumentException("Process " + name + " gives " + output.amount() + " of product "
                        + output.product() + ". Maybe an input was meant?");
            }
        }
    }
}
