package org.boucle.features.territory.intake;

import java.util.List;
import org.boucle.core.input.Place;
import org.boucle.features.territory.exchange.TreatmentHub;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.pooling.PriceTier;

/**
 * What one company brings: taken whole or not at all.
 *
 * @param place where the company is named
 * @param offers prices of suppliers that it knows
 */
public record Batch(
        String company,
        Place place,
        List<Site> sites,
        List<Flow> flows,
        List<TreatmentHub> hubs,
        List<PriceTier> offers) {
    public Batch {
        sites = List.copyOf(sites);
        flows = List.copyOf(flows);
        hubs = List.copyOf(hubs);
        offers = List.copyOf(offers);
    }

    /** Without a file behind it. */
    public Batch(String company, List<Site> sites, List<Flow> flows, List<TreatmentHub> hubs) {
        this(company, Place.WHOLE, sites, flows, hubs, List.of());
    }
}
