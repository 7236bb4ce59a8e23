package org.boucle.features.itfootprint;

/**
 * A cell of an archetype table: {@code v}, {@code a;b} (default a, bounds in order) or {@code default;min;max}.
 *
 * @param text the default as written
 * @param value the default as a number, {@code null} where it is a text or nothing
 * @param min {@code null} where no bound is given
 */
record Cell(String text, Double value, Double min, Double max) {
    static final Cell EMPTY = new Cell("", null, null, null);

    static Cell parse(String written) {
        String[] parts = written.strip().split(";");
        if (parts.length == 1) {
            return new Cell(parts[0], number(parts[0]), null, null);
        }
        Double first = number(parts[0]);
        Double second = number(parts[1]);
        if (parts.length == 2) {
            return new Cell(parts[0], first, Math.min(first, second), Math.max(first, second));
        }
        return new Cell(parts[0], first, second, number(parts[2]));
    }

    private static Double number(String text) {
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException words) {
            return null;
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
