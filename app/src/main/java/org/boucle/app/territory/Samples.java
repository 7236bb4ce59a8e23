package org.boucle.app.territory;

import java.time.Instant;
import java.util.List;
import org.boucle.features.territory.demo.DeuxRives;
import org.boucle.features.territory.demo.Kalundborg;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Site;

/** Puts the sample territories into the store, company by company. */
final class Samples {
    private Samples() {}

    static void kalundborg(TerritoryDesk desk, String account) {
        keep(desk, Kalundborg.inventory(), account);
    }

    /** The demonstration's own factory among its neighbours; its meters take over as soon as they are read. */
    static void deuxRives(TerritoryDesk desk, String account) {
        Inventory sample = DeuxRives.inventory();
        keep(desk, sample, account);
        desk.house().database().change(sql -> {
            DeuxRives.offers().forEach(tier -> TerritoryStore.addOffer(sql, "", tier));
            for (DeuxRives.Meter meter : DeuxRives.meters()) {
                String company = sample.siteOf(sample.flow(meter.flow())).company();
                MeterStore.save(
                        sql,
                        new MeterStore.Link(
                                MeterStore.ofFlow(Intake.slug(company) + ":" + meter.flow()),
                                DeuxRives.TWIN_SITE,
                                meter.series(),
                                meter.factor(),
                                0,
                                List.of(),
                                Instant.EPOCH));
            }
        });
    }

    private static void keep(TerritoryDesk desk, Inventory sample, String account) {
        for (Site site : sample.sites()) {
            if (desk.house().stopping().get()) {
                return;
            }
            String id = Intake.slug(site.company()) + ":" + site.id();
            Site named = new Site(
                    id,
                    site.company(),
                    site.name(),
                    site.place(),
                    site.activity(),
                    site.employees(),
                    site.socialEconomy(),
                    site.permits());
            List<Flow> flows = sample.flows().stream()
                    .filter(flow -> flow.site().equals(site.id()))
                    .map(flow -> renamed(flow, Intake.slug(site.company()) + ":" + flow.id(), id))
                    .toList();
            desk.take(new Batch(site.company(), List.of(named), flows, List.of()), true, account);
        }
    }

    private static Flow renamed(Flow flow, String id, String site) {
        return new Flow(
                id,
                site,
                flow.direction(),
                flow.kind(),
                flow.wasteCode(),
                flow.resource(),
                flow.label(),
                flow.amount(),
                flow.profile(),
                flow.properties(),
                flow.status(),
                flow.hazards(),
                flow.terms(),
                flow.confidence(),
                flow.origin());
    }
}
