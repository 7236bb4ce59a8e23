package org.boucle.features.territory.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Matcher;
import org.boucle.features.territory.matching.Weights;

/** The symbiosis of Kalundborg (Denmark) as flows of its sites alone, each figure with its origin and confidence. */
public final class Kalundborg {
    private static final LocalDate DATE = LocalDate.of(2024, 1, 1);

    private Kalundborg() {}

    /**
     * One documented exchange.
     *
     * @param rank of the receiver among the candidates of the outgoing flow, from 1; 0 where it is not found
     */
    public record Exchange(String out, String in, int since, String source, int rank) {}

    public static Inventory inventory() {
        List<Site> sites = table("sites").rows().stream().map(SampleRows::site).toList();
        List<Flow> flows = table("flows").rows().stream().map(SampleRows::flow).toList();
        return new Inventory(sites, flows, DATE);
    }

    /** The documented exchanges, each with the rank at which the matcher finds it from the sites' flows alone. */
    public static List<Exchange> found(Catalog catalog) {
        Matcher matcher = new Matcher(inventory(), catalog, Weights.DEFAULT);
        List<Exchange> found = new ArrayList<>();
        for (ReferenceTable.Row row : table("exchanges").rows()) {
            List<String> receivers = matcher.best(row.text("out"), 50).stream()
                    .map(Candidate::in)
                    .toList();
            found.add(new Exchange(
                    row.text("out"),
                    row.text("in"),
                    (int) row.number("since"),
                    row.text("source"),
                    receivers.indexOf(row.text("in")) + 1));
        }
        return found;
    }

    private static ReferenceTable table(String name) {
        return ReferenceTable.of("territory/kalundborg/" + name + ".csv");
    }
}
