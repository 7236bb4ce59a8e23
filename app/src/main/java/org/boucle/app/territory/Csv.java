package org.boucle.app.territory;

/** Lines of comma-separated values; cells that spreadsheets would take for formulas are quoted as text. */
final class Csv {
    private Csv() {}

    static void line(StringBuilder out, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        out.append('\n');
    }

    private static String cell(Object value) {
        String text = String.valueOf(value);
        boolean isFormula = !(value instanceof Number) && text.matches("^[=+@\\-].*");
        String safe = isFormula ? "'" + text : text;
        return safe.matches("(?s).*[\",\n\r].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
