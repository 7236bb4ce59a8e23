package org.boucle.core.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.data.ReferenceTable.Row;
import org.boucle.core.impact.IndicatorCategory;

/** The 19 sheets, in the brochure's order, read once from {@code data/levers/levers.csv}. */
public final class LeverCatalogue {
    private static final List<LeverSheet> SHEETS = ReferenceTable.of("levers/levers.csv").rows().stream()
            .map(LeverCatalogue::sheet)
            .toList();

    private LeverCatalogue() {}

    public static List<LeverSheet> sheets() {
        return SHEETS;
    }

    /** Finds a sheet by its id or its acronym. */
    public static Optional<LeverSheet> find(String idOrAcronym) {
        return SHEETS.stream()
                .filter(sheet ->
                        sheet.id().equals(idOrAcronym) || sheet.acronym().equalsIgnoreCase(idOrAcronym))
                .findFirst();
    }

    private static LeverSheet sheet(Row row) {
        return new LeverSheet(
                row.text("id"),
                row.text("acronym"),
                Pillar.values()[(int) row.number("pillar") - 1],
                row.text("theme"),
                row.text("title_fr"),
                row.text("title_en"),
                row.text("summary_fr"),
                row.text("summary_en"),
                row.text("see_also"),
                constants(CircularStage.class, row.text("stages")),
                constants(IndicatorCategory.class, row.text("indicators")));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String names) {
        EnumSet<E> set = EnumSet.noneOf(type);
        Arrays.stream(names.split(" ")).forEach(name -> set.add(Enum.valueOf(type, name)));
        return set;
    }
}
