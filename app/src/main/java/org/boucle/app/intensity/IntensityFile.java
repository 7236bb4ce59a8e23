package org.boucle.app.intensity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.SheetFile;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;

/**
 * Reads hourly carbon intensities in kg CO2e per kWh from CSV or Excel: RTE's éCO2mix (its column of CO2 rate), ENTSO-E's
 * generation by type (weighed with the IPCC's medians by technology), or one's own table with a column of time and one
 * column for each zone, in g per kWh unless its header says kg. All or nothing.
 */
final class IntensityFile {
    private static final double MOST_GRAMS = 5_000;

    private IntensityFile() {}

    /**
     * What a file held.
     *
     * @param layout which of the three
     * @param columns by zone or region
     * @param unknown part of the generation whose technology has no factor; 0 where intensities were given
     */
    record Read(String layout, Map<String, HourlyTable.Column> columns, double unknown) {}

    static Read read(String name, byte[] content, ZoneId local) {
        Issues issues = new Issues();
        List<SheetFile.Row> rows = SheetFile.read(name, content, issues);
        if (rows.isEmpty()) {
            throw BadInput.of(Place.ofFile(name), "import.empty");
        }
        List<String> headers = List.copyOf(rows.getFirst().cells().keySet());
        HourlyTable table = new HourlyTable();
        Mix mix = new Mix();
        String layout;
        if (headers.contains("date") && headers.contains("heures")) {
            layout = "RTE éCO2mix";
            eco2mix(name, headers, rows, local, table, issues);
        } else if (headers.stream().filter(h -> Mix.code(h).isPresent()).count() >= 2) {
            layout = "ENTSO-E";
            generation(headers, rows, local, table, mix, issues);
        } else {
            layout = "CSV";
            own(headers, rows, local, table, issues);
        }
        issues.throwIfAny();
        Map<String, HourlyTable.Column> columns = table.columns();
        if (columns.isEmpty()) {
            throw BadInput.of(Place.ofFile(name), "intensity.none");
        }
        return new Read(layout, columns, mix.unknownShare());
    }

    private static void eco2mix(
            String name,
            List<String> headers,
            List<SheetFile.Row> rows,
            ZoneId local,
            HourlyTable table,
            Issues issues) {
        String rate = headers.stream()
                .filter(h -> h.contains("co2"))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofRow(name, 1), "import.column", "Taux de Co2"));
        TimeReader times = TimeReader.of("", local);
        for (SheetFile.Row row : rows) {
            String value = row.text(rate);
            if (row.text("date").isEmpty() || value.isEmpty() || value.equalsIgnoreCase("nd")) {
                continue; // éCO2mix leaves every other quarter empty
            }
            String zone = row.text("périmètre").isEmpty() ? "FR" : row.text("périmètre");
            time(times, row, row.text("date") + " " + row.text("heures"), "heures", issues)
                    .ifPresent(t -> grams(value, row, rate, issues).ifPresent(g -> table.add(zone, t, g / 1000)));
        }
    }

    private static void generation(
            List<String> headers, List<SheetFile.Row> rows, ZoneId local, HourlyTable table, Mix mix, Issues issues) {
        String clock = clock(headers);
        TimeReader times = TimeReader.of(clock, local);
        String area = headers.contains("area") ? "area" : "";
        for (SheetFile.Row row : rows) {
            String zone = area.isEmpty() ? "" : row.text(area);
            time(times, row, row.text(clock), clock, issues)
                    .ifPresent(t -> mix.intensity(row.cells())
                            .ifPresent(kilograms -> table.add(zone.isEmpty() ? "mix" : zone, t, kilograms)));
        }
    }

    private static void own(
            List<String> headers, List<SheetFile.Row> rows, ZoneId local, HourlyTable table, Issues issues) {
        String clock = clock(headers);
        TimeReader times = TimeReader.of(clock, local);
        List<String> zones = new ArrayList<>();
        for (String header : headers) {
            boolean other = header.equals(clock) || header.contains("%") || header.contains("percent");
            if (!other && numeric(rows, header)) {
                zones.add(header);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        zones.forEach(z -> names.put(
                z, z.replaceAll("[_ ]?(k?g)?_?(co2|co₂)(e|eq)?.*$", "").toUpperCase(Locale.ROOT)));
        for (SheetFile.Row row : rows) {
            Optional<Instant> time = time(times, row, row.text(clock), clock, issues);
            for (String zone : zones) {
                String text = row.text(zone);
                if (time.isPresent() && !text.isEmpty()) {
                    double scale = zone.contains("kgco2") || zone.contains("kg co2") ? 1 : 0.001;
                    String called = names.get(zone).isBlank() ? "GRID" : names.get(zone);
                    grams(text, row, zone, issues).ifPresent(v -> table.add(called, time.get(), v * scale));
                }
            }
        }
    }

    private static String clock(List<String> headers) {
        return headers.stream()
                .filter(h -> h.matches("(?s).*(time|hour|heure|date|mtu|horodate).*"))
                .findFirst()
                .orElse(headers.getFirst());
    }

    private static boolean numeric(List<SheetFile.Row> rows, String header) {
        return rows.stream()
                .map(r -> r.text(header))
                .filter(t -> !t.isEmpty())
                .limit(1)
                .anyMatch(t -> Quantity.findNumber(t, Language.EN).isPresent());
    }

    private static Optional<Instant> time(
            TimeReader times, SheetFile.Row row, String text, String column, Issues issues) {
        Optional<Instant> time = times.read(text);
        if (time.isEmpty()) {
            issues.add(row.place().withColumn(column), "intensity.time", text);
        }
        return time;
    }

    private static Optional<Double> grams(String text, SheetFile.Row row, String column, Issues issues) {
        Optional<Double> grams = Quantity.findNumber(text, Language.EN).filter(g -> g >= 0 && g <= MOST_GRAMS);
        if (grams.isEmpty()) {
            issues.add(row.place().withColumn(column), "intensity.value", text);
        }
        return grams;
    }
}
