package org.boucle.app.energytwin;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boucle.app.store.Database;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.factors.Geography;
import org.boucle.features.energytwin.cost.Tariff;

/**
 * Contract and limits of a site, as somebody set them; what nobody set is an example, and the pages say so.
 *
 * @param contract contracted power in kW, 0 where unknown
 * @param window minutes of a billing window
 * @param dayPrice EUR per kWh in peak hours
 * @param nightPrice EUR per kWh in off-peak hours
 * @param nightFrom hour at which off-peak hours begin
 * @param nightTo hour at which they end
 * @param limit power in kW above which an alert is wished, 0 for none
 * @param said names of the settings that somebody set
 */
public record Settings(
        double contract,
        int window,
        double dayPrice,
        double nightPrice,
        int nightFrom,
        int nightTo,
        double limit,
        Set<String> said) {
    static final List<String> NAMES =
            List.of("contract", "window", "dayPrice", "nightPrice", "nightFrom", "nightTo", "limit");

    public Settings {
        said = Set.copyOf(said);
    }

    public static Settings of(Database database, String site) {
        Map<String, String> values = new HashMap<>();
        database.read(sql -> sql.list(
                "SELECT name, value FROM energytwin_setting WHERE site = ?",
                row -> values.put(row.getString(1), row.getString(2)),
                site));
        return new Settings(
                number(values, "contract", 0),
                (int) number(values, "window", 10),
                number(values, "dayPrice", 0.18),
                number(values, "nightPrice", 0.13),
                (int) number(values, "nightFrom", 22),
                (int) number(values, "nightTo", 6),
                number(values, "limit", 0),
                new TreeSet<>(values.keySet()));
    }

    private static double number(Map<String, String> values, String name, double otherwise) {
        return values.containsKey(name) ? Double.parseDouble(values.get(name)) : otherwise;
    }

    public static void save(Database database, String site, String name, double value) {
        database.change(sql -> sql.run(
                "INSERT INTO energytwin_setting (site, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (site, name) DO UPDATE SET value = excluded.value",
                site,
                name,
                Double.toString(value)));
    }

    /** Whether the prices are somebody's own rather than the example. */
    public boolean hasPrices() {
        return said.contains("dayPrice") && said.contains("nightPrice");
    }

    Tariff tariff() {
        Set<Integer> months = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        return new Tariff(
                hasPrices() ? "contract" : "example",
                "EUR",
                List.of(
                        new Tariff.Period("offpeak", months, days, nightFrom, nightTo, nightPrice),
                        new Tariff.Period("peak", months, days, 0, 24, dayPrice)),
                contract,
                0);
    }

    /** The factor of a kWh from the grid of a country: value in kg CO2e, its spread and its source. */
    record GridFactor(double value, double low, double high, String source) {
        static GridFactor of(String country, int year) {
            return FactorLibrary.shipped()
                    .find(FactorQuery.of("electricity.grid.average", "ghg", new Geography(country), year))
                    .map(match -> {
                        var factor = match.factor();
                        var interval = factor.uncertainty().around(factor.value());
                        return new GridFactor(
                                factor.value(),
                                interval.low(),
                                interval.high(),
                                factor.source().title() + " (" + factor.id() + ")");
                    })
                    .orElseThrow(() -> new IllegalStateException("no grid factor for " + country));
        }
    }
}
