package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A made-up sector for demonstrations and measurements: companies of different size and progress, with leavers and
 * entrants. The same seed gives the same sector; each company depends on the seed and its own number only.
 */
public record GeneratedSector(int companies, int posts, int years, long seed) {

    public static final int FIRST_YEAR = 2014;

    public GeneratedSector {
        if (companies < 1 || posts < 1 || years < 2) {
            throw new IllegalArgumentException("A sector needs a company, a post and two years, not " + companies + ", "
                    + posts + " and " + years + ".");
        }
    }

    public Agreement agreement() {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < companies; i++) {
            sites.add(site(i));
        }
        return shell().withSites(sites);
    }

    /** The agreement without its sites, for those who generate them one by one. */
    public Agreement shell() {
        String id = "sector-" + companies + "x" + posts + "x" + years;
        return new Agreement(id, id, "generated", "primary", EnergyUnit.GJ_PRIMARY, List.of());
    }

    public Site site(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
        String id = "C%05d".formatted(number + 1);
        List<Post> rows = new ArrayList<>();
        List<StructuralEvent> events = new ArrayList<>();
        for (int p = 0; p < posts; p++) {
            rows.add(post(p, random, events));
        }
        double progress = random.nextDouble(0.0, 0.03);
        List<YearEntry> entries = new ArrayList<>();
        for (int t = 0; t < years; t++) {
            entries.add(entry(rows, FIRST_YEAR + t, Math.pow(1 - progress, t), random));
        }
        int last = FIRST_YEAR + years - 1;
        return new Site(
                id,
                id,
                id,
                "",
                FIRST_YEAR,
                Optional.of(Target.geometric(FIRST_YEAR, last, 85)),
                rows,
                entries,
                events,
                List.of());
    }

    private Post post(int number, SplittableRandom random, List<StructuralEvent> events) {
        boolean building = posts > 4 && number >= posts - 2;
        String id = "P%03d".formatted(number + 1);
        int first = FIRST_YEAR;
        OptionalInt last = OptionalInt.empty();
        if (number > 0 && !building && years > 3 && random.nextInt(20) == 0) {
            first = FIRST_YEAR + 1 + random.nextInt(years - 2);
            events.add(StructuralEvent.entrant(id, first, "P001", "new line"));
        } else if (number > 0 && !building && years > 3 && random.nextInt(20) == 0) {
            last = OptionalInt.of(FIRST_YEAR + 1 + random.nextInt(years - 3));
            events.add(StructuralEvent.leaver(id, last.getAsInt() + 1, "line closed"));
        }
        double e0 = building ? random.nextDouble(0.2, 1.2) : random.nextDouble(0.5, 12);
        ReferenceConsumption reference = new ReferenceConsumption(e0, first, e0 * 0.03, OptionalDouble.empty(), "");
        return new Post(
                id,
                building ? PostKind.BUILDING : PostKind.PRODUCTION,
                building ? "Halls" : "Product " + (number / 4 + 1),
                "Step " + (number % 4 + 1),
                building ? "m2" : "t",
                Optional.of(reference),
                first,
                last);
    }

    private static YearEntry entry(List<Post> rows, int year, double efficiency, SplittableRandom random) {
        Map<String, Double> quantities = new LinkedHashMap<>();
        double energy = 0;
        for (Post post : rows) {
            if (post.operatesIn(year)) {
                double quantity = random.nextDouble(500, 20_000);
                quantities.put(post.id(), quantity);
                double noise = year == FIRST_YEAR ? 1 : efficiency * random.nextDouble(0.97, 1.03);
                energy += quantity * post.reference().orElseThrow().perUnit() * noise;
            }
        }
        return YearEntry.of(year, quantities, List.of(VectorUse.primary(energy, EnergyUnit.GJ_PRIMARY)));
    }
}
