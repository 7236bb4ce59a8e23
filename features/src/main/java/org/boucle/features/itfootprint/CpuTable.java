package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.boucle.core.data.ReferenceTable;

/** The known processors, by name and by family. */
final class CpuTable {
    private static final double NAME_THRESHOLD = 80;
    private static final double FAMILY_THRESHOLD = 79;

    /** A processor; empty texts and empty numbers where the table does not know. */
    record Row(
            String name,
            String family,
            String manufacturer,
            String modelRange,
            OptionalDouble tdp,
            OptionalDouble cores,
            OptionalDouble threads,
            OptionalDouble die,
            String dieSource,
            String source) {}

    private final List<Row> rows;
    private final NameIndex names;
    private final NameIndex families;
    private final List<Row> withDie = new ArrayList<>();
    private final Map<String, List<Row>> withDieByFamily = new HashMap<>();

    CpuTable(ReferenceTable table) {
        rows = table.rows().stream().map(CpuTable::row).toList();
        names = NameIndex.byWords(rows.stream().map(Row::name).toList(), NAME_THRESHOLD);
        families = NameIndex.weighted(distinct(Row::family), FAMILY_THRESHOLD);
        for (Row row : rows) {
            if (row.die().isPresent()) {
                withDie.add(row);
                withDieByFamily
                        .computeIfAbsent(row.family(), key -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    private static Row row(ReferenceTable.Row row) {
        return new Row(
                row.text("name"),
                row.text("family"),
                row.text("manufacturer"),
                row.text("model_range"),
                row.findNumber("tdp_w"),
                row.findNumber("cores"),
                row.findNumber("threads"),
                row.findNumber("die_mm2"),
                row.text("die_source"),
                row.text("source"));
    }

    /** The distinct texts of a column in the order of the table. */
    List<String> distinct(Function<Row, String> column) {
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        rows.forEach(row -> texts.add(column.apply(row)));
        texts.remove("");
        return List.copyOf(texts);
    }

    List<Row> rows() {
        return rows;
    }

    Optional<Row> find(String name) {
        return names.find(name).stream().mapToObj(rows::get).findFirst();
    }

    /** The known family most like a text. */
    Optional<String> findFamily(String family) {
        return families.find(family).stream().mapToObj(families.names()::get).findFirst();
    }

    /** Processors whose die is known, of one family or of all where the family is empty; empty where none is. */
    List<Row> withDie(Optional<String> family) {
        return family.map(name -> withDieByFamily.getOrDefault(name, List.of())).orElse(withDie);
    }

    /** Names that start with or contain a text, for choosing in a page. */
    List<String> search(String text, int atMost) {
        String wanted = text.toLowerCase(java.util.Locale.ROOT);
        return rows.stream()
                .map(Row::name)
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains(wanted))
                .limit(atMost)
                .toList();
    }

    /** Groups of the rows of each family, for tests. */
    Map<String, List<Row>> families() {
        return new LinkedHashMap<>(withDieByFamily);
    }
}
