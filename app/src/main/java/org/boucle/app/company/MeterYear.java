package org.boucle.app.company;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.boucle.app.energytwin.Meter;
import org.boucle.app.energytwin.Meters;
import org.boucle.app.store.Database;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.SeriesKind;

/** What the meters of a site measured in a calendar year, hour by hour in the site's time zone. */
final class MeterYear {
    private static final long HOUR = 3_600_000;
    private static final long KEPT_MILLIS = 60_000;
    /** Gross kWh per cubic metre where gas is metered in volume: usual French H gas; the supplier's bill has the true one. */
    static final double KWH_PER_CUBIC_METRE = 11.2;

    private final TelemetryStore store;
    private final Meters meters;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    MeterYear(Database database, TelemetryStore store, Clock clock) {
        this.store = store;
        this.meters = new Meters(database, store.series());
        this.clock = clock;
    }

    /**
     * A measured amount.
     *
     * @param quantity of the hours that were read
     * @param hours that were read
     * @param of hours of the whole year
     * @param names the meters
     * @param assumed whether a volume of gas was turned into energy by an assumed heating value
     */
    record Measured(Quantity quantity, int hours, int of, String names, boolean assumed) {
        double coverage() {
            return hours / (double) of;
        }
    }

    private record Kept(long at, Optional<Measured> measured) {}

    Optional<Measured> read(Site site, int year, MeterKind kind) {
        String key = site.id() + " " + year + " " + kind;
        Kept known = kept.get(key);
        if (known != null && clock.millis() - known.at() < KEPT_MILLIS) {
            return known.measured();
        }
        Optional<Measured> measured = measure(site, year, kind);
        kept.put(key, new Kept(clock.millis(), measured));
        return measured;
    }

    /** The kinds for which a site has a meter at all. */
    List<MeterKind> known(Site site) {
        List<Meter> all = meters.of(site);
        return List.of(MeterKind.values()).stream()
                .filter(kind -> !choose(all, kind).isEmpty())
                .toList();
    }

    private Optional<Measured> measure(Site site, int year, MeterKind kind) {
        List<Meter> chosen = choose(meters.of(site), kind);
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(site.timeZone()).toInstant();
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(site.timeZone()).toInstant();
        int hours = (int) ((end.toEpochMilli() - from.toEpochMilli()) / HOUR);
        long to = Math.min(end.toEpochMilli(), Math.max(from.toEpochMilli() + HOUR, clock.millis()));
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Unit unit = unit(chosen.getFirst(), kind);
        double sum = 0;
        int read = 0;
        boolean assumed = false;
        for (Meter meter : chosen) {
            RollUp rolled = store.rollUp(meter.id(), from.toEpochMilli(), to, HOUR);
            double factor = factor(meter, kind, unit);
            assumed |= kind == MeterKind.GAS && isVolume(meter);
            int own = 0;
            for (int i = 0; i < rolled.size(); i++) {
                boolean known = rolled.count()[i] > 0
                        || (meter.series().kind() != SeriesKind.INTERVAL && rolled.amount()[i] != 0);
                own += known ? 1 : 0;
                sum += known ? rolled.amount()[i] * factor : 0;
            }
            read = Math.max(read, own);
        }
        String names = String.join(", ", chosen.stream().map(Meter::label).toList());
        return read == 0
                ? Optional.empty()
                : Optional.of(new Measured(Quantity.of(sum, unit), read, hours, names, assumed));
    }

    /** The meters of a kind: the site's own where it has one, else all of its parts. */
    private static List<Meter> choose(List<Meter> all, MeterKind kind) {
        return switch (kind) {
            case ELECTRICITY -> {
                List<Meter> whole = ofRole(all, Meter::isSite);
                yield whole.isEmpty() ? ofRole(all, Meter::isMachine) : whole.subList(0, 1);
            }
            case GAS -> ofMedium(all, Medium.GAS, MeterYear::isEnergyOrVolume);
            case WATER -> ofMedium(all, Medium.WATER, MeterYear::isVolume);
            case PRODUCTION -> {
                List<Meter> made = ofRole(all, Meter::isProduction);
                List<Meter> alike = new ArrayList<>();
                made.stream()
                        .filter(m -> m.series()
                                .unit()
                                .equals(made.getFirst().series().unit()))
                        .filter(m -> Units.find(m.series().unit()).isPresent())
                        .forEach(alike::add);
                yield alike;
            }
        };
    }

    private static List<Meter> ofRole(List<Meter> all, Predicate<Meter> role) {
        return all.stream().filter(role).toList();
    }

    private static List<Meter> ofMedium(List<Meter> all, Medium medium, Predicate<Meter> measurable) {
        return all.stream()
                .filter(m -> m.series().medium() == medium && measurable.test(m))
                .toList();
    }

    private static boolean isEnergyOrVolume(Meter meter) {
        return isVolume(meter)
                || Units.find(meter.series().unit())
                        .filter(u -> u.dimension().equals(Dimension.ENERGY)
                                || u.dimension().equals(Dimension.POWER))
                        .isPresent();
    }

    private static boolean isVolume(Meter meter) {
        return Units.find(meter.series().unit())
                .filter(u -> u.isCompatible(Units.CUBIC_METRE))
                .isPresent();
    }

    private static Unit unit(Meter first, MeterKind kind) {
        return switch (kind) {
            case ELECTRICITY, GAS -> Units.KILOWATT_HOUR;
            case WATER -> Units.CUBIC_METRE;
            case PRODUCTION ->
                Units.find(first.series().unit())
                        .map(u -> u.isCompatible(Units.TONNE) ? Units.TONNE : u)
                        .orElse(Units.TONNE);
        };
    }

    private static double factor(Meter meter, MeterKind kind, Unit wanted) {
        Unit unit = Units.find(meter.series().unit()).orElse(wanted);
        if (kind == MeterKind.GAS && isVolume(meter)) {
            return unit.factorTo(Units.CUBIC_METRE) * KWH_PER_CUBIC_METRE;
        }
        if (unit.dimension().equals(Dimension.POWER)) {
            return unit.factorTo(Units.KILOWATT); // the amount of a gauge is its integral over hours
        }
        return unit.factorTo(wanted);
    }
}
