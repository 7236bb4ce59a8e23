package org.boucle.features.territory.demo;

import java.util.Optional;
import java.util.Set;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.territory.catalog.Limits;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.inventory.Terms;

/** Sites and flows of the shipped samples, one row each. */
final class SampleRows {
    private SampleRows() {}

    /** A site that is a company of its own. */
    static Site site(ReferenceTable.Row row) {
        return site(row, row.text("name"), false, Set.of());
    }

    static Site site(ReferenceTable.Row row, String company, boolean social, Set<String> permits) {
        return new Site(
                row.text("id"),
                company,
                row.text("name"),
                new Place(row.number("latitude"), row.number("longitude")),
                row.text("activity"),
                row.number("employees"),
                social,
                permits);
    }

    static Flow flow(ReferenceTable.Row row) {
        return new Flow(
                row.text("id"),
                row.text("site"),
                Direction.valueOf(row.text("direction")),
                FlowKind.valueOf(row.text("kind")),
                row.text("waste_code"),
                row.text("resource"),
                row.text("label"),
                Amount.of(row.number("per_year")),
                Profile.EVEN,
                Limits.all(row.text("properties")),
                LegalStatus.valueOf(row.text("status")),
                Set.of(),
                new Terms(row.text("operation"), row.number("eur_per_unit"), Optional.empty()),
                Confidence.valueOf(row.text("confidence")),
                row.text("origin"));
    }
}
