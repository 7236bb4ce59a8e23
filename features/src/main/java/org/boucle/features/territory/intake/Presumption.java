package org.boucle.features.territory.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.PresumedFlow;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.inventory.Terms;

/** Flows presumed from the activity code and the number of employees, flagged so: a list of questions to ask. */
public final class Presumption {
    private Presumption() {}

    public static List<Flow> of(Site site, Catalog catalog) {
        List<Flow> flows = new ArrayList<>();
        if (site.employees() <= 0 || site.activity().isEmpty()) {
            return flows;
        }
        for (PresumedFlow usual : catalog.presumed()) {
            if (site.activity().startsWith(usual.activity())) {
                flows.add(flow(site, usual, catalog, flows.size() + 1));
            }
        }
        return flows;
    }

    private static Flow flow(Site site, PresumedFlow usual, Catalog catalog, int number) {
        Optional<Resource> resource = catalog.findResource(usual.resource());
        FlowKind kind = resource.map(Resource::kind).orElse(FlowKind.MATERIAL);
        boolean waste = !usual.wasteCode().isEmpty();
        List<Property> properties = kind == FlowKind.HEAT
                ? List.of(
                        usual.direction() == Direction.OUT
                                ? Property.exactly(Property.TEMPERATURE, "°C", 90)
                                : Property.atLeast(Property.TEMPERATURE, "°C", 70))
                : List.of();
        return new Flow(
                site.id() + ":nace-" + number,
                site.id(),
                usual.direction(),
                kind,
                usual.wasteCode(),
                usual.resource(),
                "",
                Amount.of(usual.perEmployee() * site.employees()),
                Profile.EVEN,
                properties,
                waste ? LegalStatus.WASTE : LegalStatus.PRODUCT,
                Set.of(),
                new Terms(usual.operation(), 0, Optional.empty()),
                Confidence.PRESUMED,
                "NACE " + usual.activity() + ": " + usual.source());
    }
}
