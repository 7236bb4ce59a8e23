package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Stage;

/** The digital kit of a site with what it weighs on climate in a year. */
public record FleetView(List<Row> rows, Estimate making, Estimate use) {
    private static final double YEAR = 8_760;

    /** A line: kg CO2e in a year of all its units. */
    public record Row(long id, double quantity, Setup setup, Optional<Estimate> making, Optional<Estimate> use) {
        public Estimate total() {
            return making.orElse(Estimate.ZERO).plus(use.orElse(Estimate.ZERO));
        }
    }

    public FleetView {
        rows = List.copyOf(rows);
    }

    static FleetView of(List<FleetStore.Line> lines) {
        List<Row> rows = new ArrayList<>();
        Estimate making = Estimate.ZERO;
        Estimate use = Estimate.ZERO;
        for (FleetStore.Line line : lines) {
            Assessment whole = line.setup().assess(ItFootprint.shipped(), false);
            double part = line.quantity() * YEAR / whole.durationHours();
            Row row = new Row(
                    line.id(),
                    line.quantity(),
                    line.setup(),
                    whole.find(Criterion.GWP, Stage.EMBEDDED).map(e -> e.times(part)),
                    whole.find(Criterion.GWP, Stage.USE).map(e -> e.times(part)));
            making = making.plus(row.making().orElse(Estimate.ZERO));
            use = use.plus(row.use().orElse(Estimate.ZERO));
            rows.add(row);
        }
        return new FleetView(rows, making, use);
    }

    public Estimate total() {
        return making.plus(use);
    }
}
