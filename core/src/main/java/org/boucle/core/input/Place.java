package org.boucle.core.input;

/**
 * Where in the user's input an issue stands.
 *
 * @param file the file or message, empty where there is none
 * @param sheet the sheet or entry in the file, empty where there is none
 * @param row the row as the user counts it, from 1; 0 where there is none
 * @param column the column, field or JSON path, empty where there is none
 */
public record Place(String file, String sheet, int row, String column) {
    /** Nowhere in particular: the input as a whole. */
    public static final Place WHOLE = new Place("", "", 0, "");

    public Place {
        if (row < 0) {
            throw new IllegalArgumentException("Row " + row + " is negative. Maybe rows were counted from 0.");
        }
    }

    public static Place ofField(String field) {
        return new Place("", "", 0, field);
    }

    public static Place ofFile(String file) {
        return new Place(file, "", 0, "");
    }

    public static Place ofRow(String file, int row) {
        return new Place(file, "", row, "");
    }

    public Place withSheet(String other) {
        return new Place(file, other, row, column);
    }

    public Place withRow(int other) {
        return new Place(file, sheet, other, column);
    }

    public Place withColumn(String other) {
        return new Place(file, sheet, row, other);
    }

    /** A language-neutral short form such as {@code meters.xlsx › Readings › 12 › C}. */
    public String path() {
        StringBuilder path = new StringBuilder();
        append(path, file);
        append(path, sheet);
        append(path, row == 0 ? "" : Integer.toString(row));
        append(path, column);
        return path.toString();
    }

    private static void append(StringBuilder path, String part) {
        if (!part.isEmpty()) {
            path.append(path.isEmpty() ? "" : " › ").append(part);
        }
    }
}
