package org.boucle.features.territory.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.pooling.PriceTier;

/** The invented neighbours of the demonstration's invented factory, which takes part with its own flows and meters. */
public final class DeuxRives {
    /** The site of the twin whose meters tell the factory's flows. */
    public static final String TWIN_SITE = "biscuiterie";

    private static final LocalDate DATE = LocalDate.of(2026, 11, 9);

    private DeuxRives() {}

    /**
     * Which series tells which flow.
     *
     * @param factor of the flow per unit of the series
     */
    public record Meter(String flow, String series, double factor) {}

    public static Inventory inventory() {
        List<Site> sites = table("sites").rows().stream().map(DeuxRives::site).toList();
        List<Flow> flows = table("flows").rows().stream().map(SampleRows::flow).toList();
        return new Inventory(sites, flows, DATE);
    }

    public static List<Meter> meters() {
        return table("meters").rows().stream()
                .map(row -> new Meter(row.text("flow"), row.text("series"), row.number("factor")))
                .toList();
    }

    public static List<PriceTier> offers() {
        return table("offers").rows().stream()
                .map(row -> new PriceTier(
                        row.text("supplier"), row.text("what"), row.number("from_amount"), row.number("eur_per_unit")))
                .toList();
    }

    private static ReferenceTable table(String name) {
        return ReferenceTable.of("territory/deux-rives/" + name + ".csv");
    }

    private static Site site(ReferenceTable.Row row) {
        Set<String> permits = row.text("permits").isEmpty()
                ? Set.of()
                : Set.of(row.text("permits").split(" "));
        return SampleRows.site(row, row.text("company"), row.number("social") == 1, permits);
    }
}
