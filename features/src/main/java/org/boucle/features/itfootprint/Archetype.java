package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of equipment and what it usually is.
 *
 * @param id as clients name it
 * @param columns every column in order, empty cells too, for listing
 * @param parts defaults by part ({@code CPU}, {@code USAGE}...); the own attributes stand under the empty name
 */
record Archetype(String id, Map<String, Cell> columns, Map<String, Defaults> parts) {
    static Archetype of(String id, Map<String, Cell> columns) {
        Map<String, Map<Field, Cell>> parts = new LinkedHashMap<>();
        columns.forEach((column, cell) -> {
            int dot = column.indexOf('.');
            String part = dot < 0 ? "" : column.substring(0, dot);
            Field.find(column.substring(dot + 1))
                    .ifPresent(field -> parts.computeIfAbsent(part, key -> new LinkedHashMap<>())
                            .put(field, cell));
        });
        Map<String, Defaults> defaults = new LinkedHashMap<>();
        parts.forEach((part, cells) -> defaults.put(part, new Defaults(cells)));
        return new Archetype(id, columns, defaults);
    }

    /** Defaults of a part; nothing known where the archetype does not name it. */
    Defaults part(String name) {
        return parts.getOrDefault(name, Defaults.NONE);
    }

    Optional<Cell> find(String column) {
        Cell cell = columns.get(column);
        return cell == null || cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }
}
