package org.boucle.features.territory.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Limits;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.catalog.WasteEntry;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.inventory.Terms;

/**
 * A made-up territory for measurements and property tests: sites gather around industrial estates, half of the flows
 * are wastes of the list and half are needs of the catalogue, with amounts over four decades. The same seed gives the
 * same territory.
 */
public final class GeneratedTerritory {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);
    private static final double SPAN_DEGREES = 1.5;
    private static final String[] ACTIVITIES = {
        "10.51", "11.05", "16.21", "17.12", "20.13", "22.22", "23.51", "23.61", "23.62", "24.10", "24.51", "25.61",
        "28.12", "35.21", "35.30", "42.11", "47.11", "52.10"
    };

    private final Random random;
    private final List<WasteEntry> wastes;
    private final List<Resource> resources;

    private GeneratedTerritory(long seed, Catalog catalog) {
        random = new Random(seed);
        wastes = catalog.wastes().entriesOn(DATE);
        resources = List.copyOf(catalog.resources().values());
    }

    public static Inventory of(int flowCount, int siteCount, long seed, Catalog catalog) {
        return new GeneratedTerritory(seed, catalog).generate(flowCount, siteCount);
    }

    private Inventory generate(int flowCount, int siteCount) {
        List<double[]> estates = new ArrayList<>();
        for (int i = 0; i < 1 + siteCount / 25; i++) {
            estates.add(
                    new double[] {48.5 + random.nextDouble() * SPAN_DEGREES, 5.5 + random.nextDouble() * SPAN_DEGREES});
        }
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < siteCount; i++) {
            sites.add(site(i, estates.get(random.nextInt(estates.size()))));
        }
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < flowCount; i++) {
            flows.add(flow(i, sites.get(random.nextInt(siteCount))));
        }
        return new Inventory(sites, flows, DATE);
    }

    private Site site(int number, double[] estate) {
        Place place = new Place(estate[0] + random.nextGaussian() * 0.02, estate[1] + random.nextGaussian() * 0.03);
        String activity = ACTIVITIES[random.nextInt(ACTIVITIES.length)];
        Set<String> permits = random.nextInt(8) == 0 ? Set.of("2790") : Set.of();
        return new Site(
                "S" + number,
                "Company " + number,
                "Site " + number,
                place,
                activity,
                5 + random.nextInt(500),
                random.nextInt(20) == 0,
                permits);
    }

    private Flow flow(int number, Site site) {
        boolean out = random.nextBoolean();
        boolean material = random.nextInt(10) < 7;
        Resource resource = resources.get(random.nextInt(resources.size()));
        boolean waste = out && material;
        WasteEntry entry = wastes.get(random.nextInt(wastes.size()));
        FlowKind kind = waste ? FlowKind.MATERIAL : resource.kind();
        double perYear = Math.pow(10, 1 + 3 * random.nextDouble());
        return new Flow(
                "F" + number,
                site.id(),
                out ? Direction.OUT : Direction.IN,
                kind,
                waste ? entry.code() : "",
                waste ? "" : resource.key(),
                waste ? entry.english() : resource.english(),
                Amount.of(perYear),
                profile(),
                properties(out, kind),
                waste ? LegalStatus.WASTE : LegalStatus.PRODUCT,
                Set.of(),
                new Terms(waste ? "D5" : "", out ? 90 * random.nextDouble() : price(resource), Optional.empty()),
                Confidence.PRESUMED,
                "generated");
    }

    private double price(Resource resource) {
        return resource.eurPerUnit() * (0.8 + 0.4 * random.nextDouble());
    }

    private Profile profile() {
        if (random.nextInt(3) > 0) {
            return Profile.EVEN;
        }
        double[] weights = new double[Profile.MONTHS];
        int start = random.nextInt(Profile.MONTHS);
        for (int month = 0; month < 3 + random.nextInt(6); month++) {
            weights[(start + month) % Profile.MONTHS] = 1 + random.nextInt(3);
        }
        return Profile.of(weights);
    }

    private List<Property> properties(boolean out, FlowKind kind) {
        return switch (kind) {
            case HEAT ->
                Limits.all(
                        out
                                ? "temperature=" + (30 + random.nextInt(200)) + " °C"
                                : "temperature>=" + (20 + random.nextInt(160)) + " °C");
            case WATER ->
                Limits.all(
                        out
                                ? "contaminant=" + (1 + random.nextInt(200)) + " mg/L"
                                : "contaminant<=" + (5 + random.nextInt(200)) + " mg/L");
            case MATERIAL ->
                random.nextBoolean()
                        ? List.of()
                        : Limits.all(
                                out
                                        ? "moisture=" + random.nextInt(30) + " %"
                                        : "moisture<=" + (5 + random.nextInt(25)) + " %");
            case ELECTRICITY, GAS, SERVICE, SPACE, SKILL, EQUIPMENT -> List.of();
        };
    }
}
