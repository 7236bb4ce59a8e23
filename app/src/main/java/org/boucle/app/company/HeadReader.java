package org.boucle.app.company;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.company.Consolidation;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;

/** Reads what stands at the head of an account: organisation, year, country, boundary. */
final class HeadReader {
    private final Clock clock;

    HeadReader(Clock clock) {
        this.clock = clock;
    }

    /** The year to propose: the present one from April on, the last one before. */
    int year() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusMonths(3)
                .getYear();
    }

    /** An account without activities. */
    StoredAccount read(Map<String, String> fields, List<Site> sites) {
        Issues issues = new Issues();
        String organisation = fields.getOrDefault("organisation", "").strip();
        if (organisation.isEmpty() || organisation.length() > 200 || organisation.matches("(?s).*\\p{Cntrl}.*")) {
            issues.add(Place.ofField("organisation"), "company.organisation");
        }
        String year = fields.getOrDefault("year", String.valueOf(year())).strip();
        if (!year.matches("(19|20|21)\\d\\d")) {
            issues.add(Place.ofField("year"), "company.year", year);
        }
        String wanted = fields.getOrDefault("site", "");
        Optional<Site> site = sites.stream().filter(s -> s.id().equals(wanted)).findFirst();
        if (!wanted.isBlank() && site.isEmpty()) {
            issues.add(Place.ofField("site"), "company.site", wanted);
        }
        String country = fields.getOrDefault("country", site.map(Site::country).orElse("FR"));
        Optional<Geography> place = Geographies.shipped().find(country);
        if (place.isEmpty()) {
            issues.add(Place.ofField("country"), "footprint.place", country);
        }
        Consolidation consolidation = consolidation(fields.getOrDefault("consolidation", ""), issues);
        String boundary = fields.getOrDefault("boundary", "");
        issues.throwIfAny();
        return new StoredAccount(
                0,
                "",
                organisation,
                Integer.parseInt(year),
                place.orElseThrow().code(),
                site.map(Site::id).orElse(""),
                consolidation,
                boundary.substring(0, Math.min(2_000, boundary.length())),
                fields.containsKey("base"),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Consolidation consolidation(String text, Issues issues) {
        for (Consolidation consolidation : Consolidation.values()) {
            if (consolidation.name().equalsIgnoreCase(text)) {
                return consolidation;
            }
        }
        if (!text.isBlank()) {
            issues.add(Place.ofField("consolidation"), "company.consolidation", text);
        }
        return Consolidation.OPERATIONAL_CONTROL;
    }
}
