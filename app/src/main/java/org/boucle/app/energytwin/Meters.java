package org.boucle.app.energytwin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boucle.app.store.Database;
import org.boucle.app.telemetry.SeriesRegistry;
import org.boucle.core.twin.Measure.Quantity;
import org.boucle.core.twin.Site;
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

    /** What a series stands for, in the words of the store. */
    public enum Role {
        /** Electricity of the whole site. */
        SITE(Quantity.ELECTRICITY),
        /** Electricity of one machine or use. */
        MACHINE(Quantity.ELECTRICITY),
        /** Good quantity made by a line. */
        PRODUCTION(Quantity.PRODUCTION),
        /** Greenhouse gases of the grid, g per kWh. */
        INTENSITY(Quantity.GRID_INTENSITY),
        /** Anything else: shown, not summed. */
        OTHER(Quantity.OTHER);

        private final Quantity quantity;

        Role(Quantity quantity) {
            this.quantity = quantity;
        }

        Quantity quantity() {
            return quantity;
        }
    }

    private record Said(String label, Role role, int line) {}

    /** All series of a site where they stand, the whole site first, then in the order of their lines and names. */
    public List<Meter> of(Site site) {
        return twin(site).meters();
    }

    /** The site's graph. */
    public SiteTwin twin(Site site) {
        Map<Long, Said> said = new HashMap<>();
        database.read(sql -> sql.list(
                "SELECT series, label, role, line FROM energytwin_meter WHERE site = ?",
                row -> said.put(
                        row.getLong(1), new Said(row.getString(2), Role.valueOf(row.getString(3)), row.getInt(4))),
                site.id()));
        List<SeriesInfo> all = registry.list(site.id());
        Optional<SeriesInfo> whole =
                said.values().stream().anyMatch(s -> s.role() == Role.SITE) ? Optional.empty() : guessWhole(all);
        List<SiteTwin.Told> told = new ArrayList<>();
        for (SeriesInfo info : all) {
            Said known = said.get(info.id());
            told.add(
                    known == null
                            ? guess(info, whole)
                            : new SiteTwin.Told(info, known.label(), known.role(), known.line()));
        }
        return SiteTwin.of(site, told);
    }

    private static Optional<SeriesInfo> guessWhole(List<SeriesInfo> all) {
        List<SeriesInfo> electric = all.stream().filter(Meters::isElectric).toList();
        return electric.size() == 1
                ? Optional.of(electric.getFirst())
                : electric.stream()
                        .filter(info -> WHOLE.matcher(info.name()).matches())
                        .findFirst();
    }

    private static SiteTwin.Told guess(SeriesInfo info, Optional<SeriesInfo> whole) {
        String label = info.name().replaceAll("[/_]", " ").strip();
        Role role = Role.OTHER;
        if (whole.filter(info::equals).isPresent()) {
            role = Role.SITE;
        } else if (isElectric(info) && !SOURCE.matcher(info.name()).matches()) {
            role = Role.MACHINE;
        } else if (info.medium() == Medium.PRODUCTION) {
            role = Role.PRODUCTION;
        } else if (info.unit().replace(" ", "").matches("g(CO2e?)?/kWh")) {
            role = Role.INTENSITY;
        }
        return new SiteTwin.Told(info, label, role, 0);
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

    /** Keeps what somebody says of a series: how it is called, what it measures, on which line (0 for none). */
    public void say(SeriesInfo series, String label, Role role, int line) {
        database.change(sql -> sql.run(
                "INSERT INTO energytwin_meter (series, site, label, role, line) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (series) DO UPDATE SET label = excluded.label, role = excluded.role,"
                        + " line = excluded.line",
                series.id(),
                series.site(),
                label,
                role,
                line));
    }
}
