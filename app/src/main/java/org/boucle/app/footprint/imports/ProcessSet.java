package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.impact.ImpactCategory;
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

    /** An amount of a flow in the flow's unit; the provider is empty where the package names none. */
    record Exchange(String flowId, double amount, boolean input, boolean reference, Optional<String> providerId) {}

    record Process(String id, String name, String location, int year, List<Exchange> exchanges, Place place) {}

    /** A category of a method with its factors by flow. */
    record Category(String id, String name, String unit, Map<String, Double> factors) {}

    private final String format;
    private final Issues issues = new Issues();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long exchanges;

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
