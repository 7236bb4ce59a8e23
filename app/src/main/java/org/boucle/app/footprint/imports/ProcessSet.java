package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.lca.Spread;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/** Processes, flows and characterisation factors as read from a package, before anything is linked or solved. */
final class ProcessSet {
    static final int MOST_PROCESSES = 50_000;
    static final int MOST_EXCHANGES = 3_000_000;

    /** What a flow is. */
    enum FlowKind {
        PRODUCT,
        WASTE,
        ELEMENTARY
    }

    /**
     * A flow.
     *
     * @param unit of its amounts
     * @param compartment where an elementary flow goes, for example air
     */
    record Flow(String id, String name, FlowKind kind, Unit unit, String compartment) {}

    /**
     * An amount of a flow in the flow's unit.
     *
     * @param number the exchange's own number in its process, 0 where it has none
     * @param avoided whether the flow is made elsewhere the less for it
     * @param provider the process that it is taken from; empty where the package names none
     * @param location where an elementary flow happens; empty for the place of the process
     * @param spread how uncertain the amount is
     */
    record Exchange(
            int number,
            String flowId,
            double amount,
            boolean input,
            boolean reference,
            boolean avoided,
            String provider,
            String location,
            Spread spread) {

        static Exchange of(String flowId, double amount, boolean input, boolean reference) {
            return new Exchange(0, flowId, amount, input, reference, false, "", "", Spread.Certain.INSTANCE);
        }

        Exchange from(String supplier) {
            return new Exchange(number, flowId, amount, input, reference, avoided, supplier, location, spread);
        }

        Exchange numbered(int own) {
            return new Exchange(own, flowId, amount, input, reference, avoided, provider, location, spread);
        }

        Exchange spread(Spread stated) {
            return new Exchange(number, flowId, amount, input, reference, avoided, provider, location, stated);
        }

        Exchange replacing() {
            return new Exchange(number, flowId, amount, input, reference, true, provider, location, spread);
        }

        Exchange at(String place) {
            return new Exchange(number, flowId, amount, input, reference, avoided, provider, place, spread);
        }
    }

    /**
     * What a data set says about how its products share its burden.
     *
     * @param method the method stated; {@link Allocation#STATED} where none is
     * @param physical weight of each product flow by a physical property
     * @param economic weight of each product flow by value
     * @param causal for exchanges by number, the weight of each product flow
     */
    record Sharing(
            Allocation method,
            Map<String, Double> physical,
            Map<String, Double> economic,
            Map<Integer, Map<String, Double>> causal) {
        static final Sharing NONE = new Sharing(Allocation.STATED, Map.of(), Map.of(), Map.of());
    }

    record Process(
            String id,
            String name,
            String location,
            int year,
            List<Exchange> exchanges,
            Place place,
            Sharing sharing) {}

    /**
     * A category of a method.
     *
     * @param factors by flow
     * @param regional by flow and place
     */
    record Category(
            String id,
            String name,
            String unit,
            Map<String, Double> factors,
            Map<String, Map<String, Double>> regional) {}

    private final String format;
    private final Issues issues = new Issues();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> same = new HashMap<>();
    private long exchanges;
    private int formulas;
    private int formulasFailed;
    private int spreads;
    private int spreadsRefused;

    ProcessSet(String format) {
        this.format = format;
    }

    String format() {
        return format;
    }

    Issues issues() {
        return issues;
    }

    Map<String, Flow> flows() {
        return flows;
    }

    Map<String, Process> processes() {
        return processes;
    }

    List<Category> categories() {
        return categories;
    }

    List<String> duplicates() {
        return duplicates;
    }

    List<String> notes() {
        return notes;
    }

    /** One copy of an identifier that thousands of exchanges repeat. */
    String one(String text) {
        String known = same.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** Counts a formula that was evaluated, or whose stated amount was taken since it could not be. */
    void formula(boolean evaluated) {
        formulas += evaluated ? 1 : 0;
        formulasFailed += evaluated ? 0 : 1;
    }

    /** A spread as it is stated; one that makes no sense is counted and left out. */
    Spread spread(Supplier<Spread> stated) {
        try {
            Spread spread = stated.get();
            spreads += spread == Spread.Certain.INSTANCE ? 0 : 1;
            return spread;
        } catch (IllegalArgumentException refused) {
            spreadsRefused++;
            return Spread.Certain.INSTANCE;
        }
    }

    /** What was evaluated, and how many amounts are uncertain; only what occurs. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>(Map.of(
                "formulas", formulas,
                "formulasRefused", formulasFailed,
                "spreads", spreads,
                "spreadsRefused", spreadsRefused));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    void add(Flow flow) {
        flows.putIfAbsent(flow.id(), flow);
    }

    void add(Process process) {
        exchanges += process.exchanges().size();
        if (processes.size() >= MOST_PROCESSES || exchanges > MOST_EXCHANGES) {
            issues.add(process.place(), "import.many", MOST_PROCESSES);
            issues.throwIfAny();
        }
        if (processes.putIfAbsent(process.id(), process) != null) {
            duplicates.add(process.name());
        }
    }

    void add(Category category) {
        categories.add(category);
    }

    /** A finite number; anything else is an issue at its place. */
    double number(String text, Place place, String field) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value) && Math.abs(value) < 1e30) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            // told below
        }
        issues.add(place.withColumn(field), "import.number", text);
        return 0;
    }

    /** A unit that Boucle knows; an empty or unknown one is an issue at its place. */
    Unit unit(String text, Place place) {
        Optional<Unit> unit = text.isBlank()
                ? Optional.empty()
                : Units.find(text).or(() -> usual(text)).or(() -> ofCategory(text));
        if (unit.isEmpty()) {
            issues.add(place.withColumn("unit"), "import.unit", text);
        }
        return unit.orElse(Units.KILOGRAM);
    }

    /** The unit of an impact category, such as {@code mol H+ eq}, in which a package of our own releases what it counts. */
    private static Optional<Unit> ofCategory(String text) {
        return ImpactCategory.all()
                .map(ImpactCategory::unit)
                .filter(unit -> unit.symbol().equals(text.strip()))
                .findFirst();
    }

    /** Writings of life-cycle databases that others do not use. */
    private static Optional<Unit> usual(String text) {
        return switch (text.strip()) {
            case "Item(s)", "Items", "unit", "p" -> Optional.of(Units.ITEM);
            case "t*km", "metric ton*km", "tkm" -> Optional.of(Units.TONNE_KILOMETRE);
            case "m2*a", "m2*year", "m2a" -> Optional.of(Units.SQUARE_METRE_YEAR);
            case "person*km", "personkm", "p*km" -> Optional.of(Units.PERSON_KILOMETRE);
            case "kBq", "Bq" ->
                Optional.of(Unit.of(
                        text.strip(),
                        org.boucle.core.units.Dimension.base("radioactivity"),
                        text.strip().equals("kBq") ? 1e3 : 1));
            case "guest night", "hour", "hr" -> Optional.of(Units.HOUR);
            default -> Optional.empty();
        };
    }
}
