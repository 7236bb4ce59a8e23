package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The worked examples of the note, with its geometric improvement paths. Examples 1 and 2 are the note's; of examples 3
 * and 4 only the claims survive, and the figures that reproduce them are our reconstruction.
 */
public final class NoteExamples {
    private NoteExamples() {}

    public static final int FIRST_YEAR = 2002;
    public static final int LAST_YEAR = 2012;
    private static final double A = 100_000;
    private static final double B = 50_000;

    /** Example 1, table 1.1: A improves by 25 %, B by 10 %; the company engages on 19 %. */
    public static Agreement example1() {
        return example1(LAST_YEAR + 1, LAST_YEAR + 1);
    }

    /** Example 1 where A or B stops in a year (tables 1.2 and 1.3). */
    public static Agreement example1(int aStops, int bStops) {
        List<YearEntry> years = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            Map<String, Double> quantities = new LinkedHashMap<>();
            Map<String, Double> metered = new LinkedHashMap<>();
            put(quantities, metered, "A", year < aStops ? A : 0, path(1.5, 1.125, year));
            put(quantities, metered, "B", year < bStops ? B : 0, path(2.0, 1.8, year));
            years.add(YearEntry.metered(year, quantities, metered));
        }
        List<Post> posts =
                List.of(Post.production("A", "t", 1.5, FIRST_YEAR), Post.production("B", "t", 2.0, FIRST_YEAR));
        Site site =
                Site.of("example-1", FIRST_YEAR, posts, years).withTarget(Target.geometric(FIRST_YEAR, LAST_YEAR, 81));
        return agreement("example-1", site);
    }

    /** Example 2: the entrant B of 20,000 t a year and 1.70 MWh/t from 2005 on. */
    public static Agreement example2() {
        List<YearEntry> years = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            Map<String, Double> quantities = new LinkedHashMap<>();
            Map<String, Double> metered = new LinkedHashMap<>();
            put(quantities, metered, "A", A, path(1.5, 1.125, year));
            if (year >= 2005) {
                put(quantities, metered, "B", 20_000, 1.7);
            }
            years.add(YearEntry.metered(year, quantities, metered));
        }
        List<Post> posts = List.of(Post.production("A", "t", 1.5, FIRST_YEAR), Post.production("B", "t", 1.7, 2005));
        Site site = Site.of("example-2", FIRST_YEAR, posts, years)
                .with(StructuralEvent.entrant("B", 2005, "A", "new production unit"))
                .withTarget(Target.geometric(FIRST_YEAR, LAST_YEAR, 75));
        return agreement("example-2", site);
    }

    /** Example 3, reconstructed: in 2011 step E2 is replaced by E3. */
    public static Agreement example3() {
        return steps("example-3", EventKind.STEP_CHANGED, 0.70);
    }

    /** Example 4, reconstructed: in 2011 step E3 is added. */
    public static Agreement example4() {
        return steps("example-4", EventKind.STEP_ADDED, 0.20);
    }

    private static Agreement steps(String id, EventKind kind, double e3) {
        boolean replaced = kind == EventKind.STEP_CHANGED;
        List<YearEntry> years = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            Map<String, Double> quantities = new LinkedHashMap<>();
            Map<String, Double> metered = new LinkedHashMap<>();
            put(quantities, metered, "E1", A, path(0.96, 0.585, year));
            if (year < 2011 || !replaced) {
                put(quantities, metered, "E2", A, 0.54);
            }
            if (year >= 2011) {
                put(quantities, metered, "E3", A, e3);
            }
            years.add(YearEntry.metered(year, quantities, metered));
        }
        Post e2 = step("E2", 0.54, FIRST_YEAR);
        List<Post> posts =
                List.of(step("E1", 0.96, FIRST_YEAR), replaced ? e2.withLastYear(2010) : e2, step("E3", e3, 2011));
        Optional<String> old = replaced ? Optional.of("E2") : Optional.empty();
        Site site = Site.of(id, FIRST_YEAR, posts, years)
                .with(new StructuralEvent(kind, 2011, "E3", old, Treatment.AS_ENTRANT, "changed process"))
                .withTarget(Target.geometric(FIRST_YEAR, LAST_YEAR, 75));
        return agreement(id, site);
    }

    private static Post step(String id, double perUnit, int year) {
        return new Post(
                id,
                PostKind.PRODUCTION,
                "Product",
                id,
                "t",
                Optional.of(ReferenceConsumption.of(perUnit, year)),
                year,
                OptionalInt.empty());
    }

    private static void put(
            Map<String, Double> quantities, Map<String, Double> metered, String post, double quantity, double e) {
        quantities.put(post, quantity);
        metered.put(post, quantity * e);
    }

    private static double path(double start, double end, int year) {
        return PathShape.GEOMETRIC.at(start, end, year - FIRST_YEAR, LAST_YEAR - FIRST_YEAR);
    }

    private static Agreement agreement(String id, Site site) {
        return new Agreement(id, id, "", "primary", EnergyUnit.MWH_PRIMARY, List.of(site));
    }
}
