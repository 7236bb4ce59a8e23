package org.boucle.app.footprint.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Sharing;
import org.boucle.core.impact.lca.Spread;

/** What ILCD writes about allocation and uncertainty. */
final class IlcdShares {
    private IlcdShares() {}

    /** A finite number, or another one where there is none. */
    static double plain(String text, double otherwise) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** Fractions in per cent of each exchange; what is not given away stays with the reference product. */
    static Sharing of(XmlNode process, List<XmlNode> nodes, List<Exchange> exchanges) {
        Map<Integer, String> flowOf = new HashMap<>();
        String reference = "";
        for (Exchange exchange : exchanges) {
            flowOf.put(exchange.number(), exchange.flowId());
            reference = exchange.reference() ? exchange.flowId() : reference;
        }
        Map<Integer, Map<String, Double>> causal = new HashMap<>();
        for (XmlNode node : nodes) {
            Map<String, Double> weights = new HashMap<>();
            for (XmlNode part :
                    node.find("allocations").map(a -> a.children("allocation")).orElse(List.of())) {
                double fraction = plain(part.attribute("allocatedFraction"), 0);
                for (String number :
                        part.attribute("internalReferenceToCoProduct").split("\\s+")) {
                    String flow = number.matches("\\d{1,9}") ? flowOf.get(Integer.parseInt(number)) : null;
                    if (flow != null && fraction >= 0) {
                        weights.merge(flow, fraction, Double::sum);
                    }
                }
            }
            double given = weights.values().stream().mapToDouble(w -> w).sum();
            if (given > 0) {
                weights.merge(reference, Math.max(0, 100 - given), Double::sum);
                causal.put((int) plain(node.attribute("dataSetInternalID"), 0), weights);
            }
        }
        String approach = process.find("modellingAndValidation", "LCIMethodAndAllocation")
                .map(m -> m.text("LCIMethodApproaches"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return new Sharing(approach(approach, !causal.isEmpty()), Map.of(), Map.of(), causal);
    }

    private static Allocation approach(String text, boolean fractions) {
        if (fractions) {
            return Allocation.CAUSAL;
        }
        return text.contains("substitution")
                ? Allocation.SUBSTITUTION
                : text.contains("market value")
                        ? Allocation.ECONOMIC
                        : text.matches(".*(mass|physical|energy|exergetic|volume).*")
                                ? Allocation.PHYSICAL
                                : Allocation.STATED;
    }

    /**
     * The format states the squared geometric standard deviation of a lognormal and the doubled standard deviation of a
     * normal distribution; the others by their ends.
     */
    static Spread spread(XmlNode node, double amount) {
        double deviation = plain(node.text("relativeStandardDeviation95In"), 0);
        double low = plain(node.text("minimumAmount"), amount);
        double high = plain(node.text("maximumAmount"), amount);
        return switch (node.text("uncertaintyDistributionType").toLowerCase(Locale.ROOT)) {
            case "log-normal" -> deviation >= 1 ? Stated.gsd(Math.sqrt(deviation)) : Spread.Certain.INSTANCE;
            case "normal" -> Stated.normal(deviation / 2, amount);
            case "triangular" -> Stated.triangular(low, amount, high, amount);
            case "uniform" -> Stated.uniform(low, high, amount);
            default -> Spread.Certain.INSTANCE;
        };
    }
}
