package org.boucle.app.energytwin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boucle.app.store.Database;
import org.boucle.app.telemetry.SeriesRegistry;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;

/** Which series stands for what: as somebody said, otherwise guessed from names and units. */
public final class Meters {
    private static final Pattern WHOLE = Pattern.compile(
            "(?i).*(^|[/_. -])(site|total|grid|general|général|import|main|usage|usine|plant)([/_. -]|$).*");
    private static final Pattern SOURCE = Pattern.compile("(?i)(^|.*[/_. -])(pv|solar|solaire)([/_. -].*|$)");

    private final Database database;
    private final SeriesRegistry registry;

    public Meters(Database database, SeriesRegistry registry) {
        this.database = database;
        this.registry = registry;
    }

    private record Said(String label, Meter.Role role, int line) {}

    /** All meters of a site, the whole site first, then in the order of their lines and names. */
    public List<Meter> of(String site) {
        Map<Long, Said> said = new HashMap<>();
        database.read(sql -> sql.list(
                "SELECT series, label, role, line FROM energytwin_meter WHERE site = ?",
                row -> said.put(
                        row.getLong(1),
                        new Said(row.getString(2), Meter.Role.valueOf(row.getString(3)), row.getInt(4))),
                site));
        List<SeriesInfo> all = registry.list(site);
        Optional<SeriesInfo> whole =
                said.values().stream().anyMatch(s -> s.role() == Meter.Role.SITE) ? Optional.empty() : guessWhole(all);
        List<Meter> meters = new ArrayList<>();
        for (SeriesInfo info : all) {
            Said known = said.get(info.id());
            meters.add(known == null ? guess(info, whole) : new Meter(info, known.label(), known.role(), known.line()));
        }
        meters.sort((a, b) -> a.role() == b.role()
                ? a.line() == b.line()
                        ? a.label().compareTo(b.label())
                        : Integer.compare(a.line() == 0 ? 99 : a.line(), b.line() == 0 ? 99 : b.line())
                : a.role().compareTo(b.role()));
        return meters;
    }

    private static Optional<SeriesInfo> guessWhole(List<SeriesInfo> all) {
        List<SeriesInfo> electric = all.stream().filter(Meters::isElectric).toList();
        return electric.size() == 1
                ? Optional.of(electric.getFirst())
                : electric.stream()
                        .filter(info -> WHOLE.matcher(info.name()).matches())
                        .findFirst();
    }

    private static Meter guess(SeriesInfo info, Optional<SeriesInfo> whole) {
        String label = info.name().replaceAll("[/_]", " ").strip();
        Meter.Role role = Meter.Role.OTHER;
        if (whole.filter(info::equals).isPresent()) {
            role = Meter.Role.SITE;
        } else if (isElectric(info) && !SOURCE.matcher(info.name()).matches()) {
            role = Meter.Role.MACHINE;
        } else if (info.medium() == Medium.PRODUCTION) {
            role = Meter.Role.PRODUCTION;
        } else if (info.unit().replace(" ", "").matches("g(CO2e?)?/kWh")) {
            role = Meter.Role.INTENSITY;
        }
        return new Meter(info, label, role, 0);
    }

    private static boolean isElectric(SeriesInfo info) {
        boolean medium = info.medium() == Medium.ELECTRICITY || info.medium() == Medium.OTHER;
        return medium && toKilo(info.unit()).isPresent();
    }

    /** Factor from a unit of energy to kWh, or of power to kW; empty for any other unit. */
    static Optional<Double> toKilo(String symbol) {
        Optional<Unit> unit = Units.find(symbol);
        if (unit.filter(u -> u.dimension().equals(Dimension.ENERGY)).isPresent()) {
            return unit.map(u -> u.factorTo(Units.KILOWATT_HOUR));
        }
        return unit.filter(u -> u.dimension().equals(Dimension.POWER)).map(u -> u.factorTo(Units.KILOWATT));
    }

    /** Keeps what somebody says of a series. */
    public void say(Meter meter) {
        database.change(sql -> sql.run(
                "INSERT INTO energytwin_meter (series, site, label, role, line) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (series) DO UPDATE SET label = excluded.label, role = excluded.role,"
                        + " line = excluded.line",
                meter.id(),
                meter.series().site(),
                meter.label(),
                meter.role(),
                meter.line()));
    }
}
