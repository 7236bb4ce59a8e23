package org.boucle.features.territory.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.FlowKind;

/** All reference tables of the territory, read once from {@code data/territory}. */
public final class Catalog {
    private final WasteList wastes;
    private final Economics economics;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, String[]> activities = new LinkedHashMap<>();
    private final List<String> hazards = new ArrayList<>();
    private final List<Rule> rules;
    private final List<PresumedFlow> presumed;

    private Catalog() {
        wastes = new WasteList(table("waste-codes"), table("waste-list-versions"));
        economics = new Economics(table("economics"));
        table("operations").rows().forEach(row -> operations.put(row.text("code"), operation(row)));
        table("resources").rows().forEach(row -> resources.put(row.text("key"), resource(row)));
        table("hazard-properties").rows().forEach(row -> hazards.add(row.text("code")));
        table("activities")
                .rows()
                .forEach(row -> activities.putIfAbsent(
                        row.text("nace"),
                        new String[] {row.findText("label_en").orElse(row.text("label_fr")), row.text("label_fr")}));
        rules = table("substitution-rules").rows().stream().map(Catalog::rule).toList();
        presumed =
                table("presumed-flows").rows().stream().map(Catalog::presumed).toList();
    }

    /** The tables shipped with the product. */
    public static Catalog shipped() {
        return Holder.SHIPPED;
    }

    private static final class Holder {
        private static final Catalog SHIPPED = new Catalog();
    }

    private static ReferenceTable table(String name) {
        return ReferenceTable.of("territory/" + name + ".csv");
    }

    public WasteList wastes() {
        return wastes;
    }

    public Economics economics() {
        return economics;
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<PresumedFlow> presumed() {
        return presumed;
    }

    public Map<String, Resource> resources() {
        return java.util.Collections.unmodifiableMap(resources);
    }

    public Optional<Resource> findResource(String key) {
        return Optional.ofNullable(resources.get(key));
    }

    public Optional<Operation> findOperation(String code) {
        return Optional.ofNullable(operations.get(code));
    }

    public Map<String, Operation> operations() {
        return java.util.Collections.unmodifiableMap(operations);
    }

    public Set<String> hazards() {
        return Set.copyOf(hazards);
    }

    public boolean hasActivity(String nace) {
        return activities.containsKey(nace);
    }

    /** The title of an activity, empty where unknown; English only for divisions, French for all. */
    public String activityLabel(String nace, org.boucle.core.text.Language language) {
        String[] labels = activities.get(nace);
        if (labels == null) {
            return "";
        }
        return labels[language == org.boucle.core.text.Language.FR ? 1 : 0];
    }

    private static Operation operation(ReferenceTable.Row row) {
        return new Operation(
                row.text("code"),
                row.text("family"),
                row.text("class"),
                (int) row.number("hierarchy"),
                row.text("label_en"),
                row.text("label_fr"));
    }

    private static Resource resource(ReferenceTable.Row row) {
        return new Resource(
                row.text("key"),
                FlowKind.valueOf(row.text("kind")),
                row.text("label_en"),
                row.text("label_fr"),
                row.number("d0_km"),
                row.number("dmax_km"),
                row.number("eur_per_unit"),
                row.number("kg_co2e_per_unit"),
                row.text("source"));
    }

    private static Rule rule(ReferenceTable.Row row) {
        String activities = row.text("activities");
        return new Rule(
                row.text("donor"),
                Set.of(row.text("resources").split(" ")),
                activities.equals("*") ? List.of() : Arrays.asList(activities.split(" ")),
                row.number("ratio"),
                row.text("operation"),
                Limits.all(row.text("limits")),
                row.text("source"));
    }

    private static PresumedFlow presumed(ReferenceTable.Row row) {
        return new PresumedFlow(
                row.text("activity"),
                Direction.valueOf(row.text("direction")),
                row.text("waste_code"),
                row.text("resource"),
                row.number("per_employee"),
                row.text("operation"),
                row.text("source"));
    }
}
