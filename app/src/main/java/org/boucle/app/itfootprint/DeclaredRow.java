package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.text.Language;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.DeclaredFootprints;
import org.boucle.features.itfootprint.DeclaredFootprints.Distribution;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Stage;

/**
 * What manufacturers declare for a category, and our bottom-up figure for the usual one of its kind.
 *
 * @param ours kg CO2e of making, where the category is one that we compute
 * @param address of the configurator that computes it, empty where there is none
 */
public record DeclaredRow(Distribution declared, Optional<Double> ours, String address) {
    private static final double WIDTH = 120;
    private static final Map<String, String> COMPUTED = Map.of(
            "Server", "kind=server",
            "Laptop", "kind=terminal&device=laptop-pro",
            "Desktop", "kind=terminal&device=desktop-pro",
            "Monitor", "kind=terminal&device=monitor-default",
            "Smartphone", "kind=terminal&device=smartphone-default",
            "Tablet", "kind=terminal&device=tablet-default",
            "Hard drive", "kind=terminal&device=hdd-default");

    static List<DeclaredRow> all() {
        List<DeclaredRow> rows = new ArrayList<>();
        for (Distribution declared :
                DeclaredFootprints.shipped().distributions().values()) {
            Optional<Setup> setup = Optional.ofNullable(COMPUTED.get(declared.category()))
                    .map(address -> Setup.parse(address, Language.EN));
            Optional<Double> ours = setup.flatMap(
                            one -> one.assess(ItFootprint.shipped(), false).find(Criterion.GWP, Stage.EMBEDDED))
                    .map(Estimate::value);
            String address = setup.map(one -> "/it/configure/" + one.kind() + "?" + one.address())
                    .orElse("");
            rows.add(new DeclaredRow(declared, ours, address));
        }
        return rows;
    }

    public boolean isAmong() {
        return ours.filter(declared::contains).isPresent();
    }

    /** Place of a figure on a bar from 0 to the largest of the row, in pixels. */
    public double place(double kilograms) {
        double largest = Math.max(declared.p90(), ours.orElse(0.0));
        return largest == 0 ? 0 : Math.rint(10 * WIDTH * kilograms / largest) / 10;
    }
}
