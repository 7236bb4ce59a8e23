package org.boucle.features.territory.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.exchange.TreatmentHub;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Site;

/** Reads the sites, flows and hubs of one company from rows. */
public final class Intake {
    private static final int LONGEST_SLUG = 40;

    private final Catalog catalog;
    private final java.time.LocalDate date;
    private final Issues issues;

    /** @param date whose waste list counts */
    public Intake(Catalog catalog, java.time.LocalDate date, Issues issues) {
        this.catalog = catalog;
        this.date = date;
        this.issues = issues;
    }

    /**
     * A folded, short form of a name, for ids and for finding a company written twice. What cannot be folded (another
     * script, a very long name) is told apart by a number made from the whole name.
     */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
        String folded = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        boolean isWhole = folded.length() <= LONGEST_SLUG
                && plain.chars()
                        .noneMatch(c -> c > 127 && Character.isLetterOrDigit(c) || Character.isSurrogate((char) c));
        if (isWhole) {
            return folded.isEmpty() ? "x" : folded;
        }
        String start = folded.substring(0, Math.min(LONGEST_SLUG - 9, folded.length()));
        return (start.isEmpty() ? "x" : start) + "-" + String.format(Locale.ROOT, "%08x", plain.hashCode());
    }

    /** Reads all rows; whatever is wrong is added to the issues and left out of the batch. */
    public Batch read(List<Cells> siteRows, List<Cells> flowRows, List<Cells> hubRows, List<Cells> offerRows) {
        String company = company(siteRows);
        Map<String, Site> sites = new HashMap<>();
        List<Site> siteList = new ArrayList<>();
        Set<String> siteIds = new HashSet<>();
        for (Cells row : siteRows) {
            if (isFirst(row, siteIds)) {
                site(row, company).ifPresent(site -> {
                    sites.put(row.text("id"), site);
                    siteList.add(site);
                });
            }
        }
        List<Flow> flows = new ArrayList<>();
        Set<String> flowIds = new HashSet<>();
        FlowReader reader = new FlowReader(catalog, date, issues);
        for (Cells row : flowRows) {
            if (isFirst(row, flowIds)) {
                Site site = sites.get(row.text("site"));
                if (site == null && !siteIds.contains(row.text("site"))) {
                    issues.add(row.at("site"), "territory.site.unknown", row.text("site"), siteIds);
                }
                String siteId = site == null ? slug(company) + ":?" : site.id();
                reader.read(row, slug(company) + ":" + row.text("id"), siteId).ifPresent(flows::add);
            }
        }
        List<TreatmentHub> hubs = hubs(hubRows, company);
        Place place = siteRows.isEmpty() ? Place.WHOLE : siteRows.getFirst().at("company");
        return new Batch(company, place, siteList, flows, hubs, new OfferReader(catalog, issues).read(offerRows));
    }

    private String company(List<Cells> rows) {
        String company = "";
        for (Cells row : rows) {
            String mine = row.text("company");
            if (mine.isEmpty()) {
                issues.add(row.at("company"), "territory.missing", "company");
            } else if (!company.isEmpty() && !mine.equals(company)) {
                issues.add(row.at("company"), "territory.company.several", mine, company);
            } else {
                company = mine;
            }
        }
        if (rows.isEmpty()) {
            issues.add(Place.WHOLE.withSheet("Sites"), "territory.sites.none");
        }
        return company;
    }

    private boolean isFirst(Cells row, Set<String> ids) {
        String id = row.text("id");
        if (id.isEmpty()) {
            issues.add(row.at("id"), "territory.missing", "id");
            return false;
        }
        if (!ids.add(id)) {
            issues.add(row.at("id"), "territory.duplicate", id);
            return false;
        }
        return true;
    }

    private java.util.Optional<Site> site(Cells row, String company) {
        long before = issues.count();
        double latitude = within(row, "latitude", 90);
        double longitude = within(row, "longitude", 180);
        double employees = row.has("employees") ? within(row, "employees", 1e7) : 0;
        if (employees < 0) {
            issues.add(row.at("employees"), "territory.negative", row.text("employees"));
        }
        String activity = row.text("activity").replaceAll("[A-Z]$", "");
        if (!activity.isEmpty() && !catalog.hasActivity(activity)) {
            issues.add(row.at("activity"), "territory.activity.unknown", row.text("activity"));
        }
        if (issues.count() > before || company.isEmpty()) {
            return java.util.Optional.empty();
        }
        String name = row.has("name") ? row.text("name") : row.text("id");
        return java.util.Optional.of(new Site(
                slug(company) + ":" + row.text("id"),
                company,
                name,
                new org.boucle.features.territory.inventory.Place(latitude, longitude),
                activity,
                employees,
                isYes(row.text("social")),
                words(row.text("permits"))));
    }

    static boolean isYes(String text) {
        return List.of("1", "yes", "oui", "x", "true", "vrai").contains(text.toLowerCase(Locale.ROOT));
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.split("[;, ]+"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toSet());
    }

    private double within(Cells row, String column, double most) {
        java.util.Optional<Double> value = row.findNumber(column);
        if (value.isEmpty()) {
            issues.add(
                    row.at(column),
                    row.has(column) ? "territory.number" : "territory.missing",
                    row.has(column) ? row.text(column) : column);
            return 0;
        }
        if (Math.abs(value.get()) > most) {
            issues.add(row.at(column), "territory.range", row.text(column), -most, most);
            return 0;
        }
        return value.get();
    }

    private List<TreatmentHub> hubs(List<Cells> rows, String company) {
        List<TreatmentHub> hubs = new ArrayList<>();
        Map<String, Cells> rowOf = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Cells row : rows) {
            if (isFirst(row, ids)) {
                long before = issues.count();
                TreatmentHub hub = hub(row, company);
                if (issues.count() == before) {
                    hubs.add(hub);
                    rowOf.put(hub.id(), row);
                }
            }
        }
        TreatmentHub.findCircular(hubs)
                .ifPresent(hub -> issues.add(rowOf.get(hub.id()).at("gives"), "territory.hub.circular", hub.name()));
        return hubs;
    }

    private TreatmentHub hub(Cells row, String company) {
        double yield = row.has("yield") ? within(row, "yield", 10) : 1;
        double capacity = within(row, "capacity", 1e12);
        if (!(yield > 0) || capacity < 0) {
            issues.add(row.at(yield > 0 ? "capacity" : "yield"), "territory.negative", row.text("capacity"));
        }
        Set<String> accepts = new HashSet<>();
        for (String word : words(row.text("accepts"))) {
            accepts.add(known(row, "accepts", word));
        }
        if (accepts.isEmpty()) {
            issues.add(row.at("accepts"), "territory.missing", "accepts");
        }
        return new TreatmentHub(
                slug(company) + ":" + row.text("id"),
                row.has("name") ? row.text("name") : row.text("id"),
                new org.boucle.features.territory.inventory.Place(
                        within(row, "latitude", 90), within(row, "longitude", 180)),
                accepts,
                known(row, "gives", row.text("gives")),
                capacity,
                row.has("fixed_eur") ? Math.max(0, within(row, "fixed_eur", 1e12)) : 0,
                yield > 0 ? yield : 1,
                row.text("limit_name"),
                row.has("limit") ? within(row, "limit", 1e12) : 0);
    }

    private String known(Cells row, String column, String word) {
        String code = org.boucle.features.territory.catalog.WasteList.plain(word);
        if (catalog.findResource(word).isEmpty()
                && catalog.wastes().find(code, date).isEmpty()) {
            issues.add(row.at(column), "territory.resource.unknown", word);
        }
        return catalog.findResource(word).isPresent() ? word : code;
    }
}
