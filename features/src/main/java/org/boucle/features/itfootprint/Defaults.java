package org.boucle.features.itfootprint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What an archetype says about one part: a default by field, perhaps with bounds. */
record Defaults(Map<Field, Cell> cells) {
    static final Defaults NONE = new Defaults(Map.of());

    Defaults {
        EnumMap<Field, Cell> copy = new EnumMap<>(Field.class);
        copy.putAll(cells);
        cells = copy;
    }

    Optional<Cell> find(Field field) {
        Cell cell = cells.get(field);
        return cell == null || cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** These defaults, completed by others where they say nothing. */
    Defaults or(Defaults others) {
        Map<Field, Cell> all = new EnumMap<>(Field.class);
        all.putAll(others.cells);
        cells.forEach((field, cell) -> {
            if (!cell.isEmpty()) {
                all.put(field, cell);
            }
        });
        return new Defaults(all);
    }

    /** A number attribute: the user's value, else these defaults. */
    Attribute<Double> number(Field field, Given given) {
        Cell cell = cells.getOrDefault(field, Cell.EMPTY);
        Attribute<Double> attribute = Attribute.of(field, cell.value(), cell.min(), cell.max());
        given.number(field).ifPresent(attribute::input);
        return attribute;
    }

    Attribute<String> text(Field field, Given given) {
        Cell cell = cells.getOrDefault(field, Cell.EMPTY);
        Attribute<String> attribute = Attribute.of(field, cell.isEmpty() ? null : cell.text(), null, null);
        given.text(field).ifPresent(attribute::input);
        return attribute;
    }

    Attribute<Workload> workload(Field field, Given given) {
        Cell cell = cells.getOrDefault(field, Cell.EMPTY);
        Attribute<Workload> attribute = Attribute.of(field, load(cell.value()), load(cell.min()), load(cell.max()));
        given.workload(field).ifPresent(attribute::input);
        return attribute;
    }

    private static Workload load(Double percent) {
        return percent == null ? null : Workload.of(percent);
    }
}
