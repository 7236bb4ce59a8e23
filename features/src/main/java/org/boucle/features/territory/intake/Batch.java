package org.boucle.features.territory.intake;

import java.util.List;
import org.boucle.features.territory.exchange.TreatmentHub;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Site;

/** What one company brings: taken whole or not at all. */
public record Batch(String company, List<Site> sites, List<Flow> flows, List<TreatmentHub> hubs) {
    public Batch {
        sites = List.copyOf(sites);
        flows = List.copyOf(flows);
        hubs = List.copyOf(hubs);
    }
}
