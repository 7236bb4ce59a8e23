package org.boucle.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boucle.app.energytwin.Meters;
import org.boucle.app.energytwin.Plans;
import org.boucle.app.energytwin.Settings;
import org.boucle.app.server.House;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.simulation.Schedule;
import org.boucle.features.energytwin.simulation.Signal;
import org.boucle.features.energytwin.simulation.Weather;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;

/** The simulated factory as a site of the twin: its series, what they stand for, its contract, plan and batches. */
final class DemoSite {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final Site SITE = new Site(
            "biscuiterie", "Biscuiterie des Deux Rives", "Biscuiterie des Deux Rives", "Deux Rives", "FR", ZONE);
    static final long SEED = 1;
    static final double CONTRACT = 300;

    private static final Map<String, String> LABELS = Map.of(
            "mixer-1", "Pétrin 1",
            "mixer-2", "Pétrin 2",
            "oven-1", "Four 1",
            "oven-2", "Four 2 (gaz)",
            "packer-1", "Emballage 1",
            "packer-2", "Emballage 2",
            "cold-1", "Chambre froide",
            "air-1", "Air comprimé",
            "building", "Bâtiment",
            "site", "Site");

    private DemoSite() {}

    /** Name of a signal's series inside the site. */
    static String name(Signal signal) {
        return signal.machine() + "/" + signal.quantity();
    }

    /** Makes the site and its series; the numbers of the series are in the order of {@link Signal#ALL}. */
    static long[] register(House house, TelemetryStore store) {
        house.sites().save(SITE);
        Meters meters = new Meters(house.database(), store.series());
        long[] ids = new long[Signal.ALL.size()];
        for (int i = 0; i < ids.length; i++) {
            Signal signal = Signal.ALL.get(i);
            SeriesInfo info = store.series()
                    .register(new SeriesInfo(
                            0,
                            SITE.id(),
                            name(signal),
                            signal.unit(),
                            signal.cumulative() ? SeriesKind.COUNTER : SeriesKind.GAUGE,
                            medium(signal),
                            "mqtt",
                            0,
                            60_000));
            ids[i] = info.id();
            meters.say(info, label(signal), role(signal), signal.line());
        }
        if (Settings.of(house.database(), SITE.id()).said().isEmpty()) {
            Settings.save(house.database(), SITE.id(), "contract", CONTRACT);
            Settings.save(house.database(), SITE.id(), "window", 10);
        }
        return ids;
    }

    private static String label(Signal signal) {
        String machine = LABELS.getOrDefault(signal.machine(), signal.machine());
        return signal.quantity().equals("power") ? machine : machine + " " + signal.quantity();
    }

    private static Meters.Role role(Signal signal) {
        return switch (signal.quantity()) {
            case "power" -> signal.machine().equals("site") ? Meters.Role.SITE : Meters.Role.MACHINE;
            case "produced" -> Meters.Role.PRODUCTION;
            case "intensity" -> Meters.Role.INTENSITY;
            default -> Meters.Role.OTHER;
        };
    }

    private static Medium medium(Signal signal) {
        return switch (signal.quantity()) {
            case "power", "energy" -> Medium.ELECTRICITY;
            case "gas" -> Medium.GAS;
            case "produced" -> Medium.PRODUCTION;
            case "water" -> Medium.WATER;
            case "pressure" -> Medium.COMPRESSED_AIR;
            case "temperature" -> signal.machine().equals("weather") ? Medium.WEATHER : Medium.TEMPERATURE;
            default -> Medium.OTHER;
        };
    }

    /** Announces the plan and the weather forecast of a year and the coming two weeks. */
    static void announce(House house, LocalDate today) {
        Schedule schedule = new Schedule(ZONE, SEED);
        Weather weather = new Weather(SEED);
        List<Plans.Entry> entries = new ArrayList<>();
        for (LocalDate day = today.minusDays(400); day.isBefore(today.plusDays(15)); day = day.plusDays(1)) {
            entries.add(new Plans.Entry(day, "tonnes", schedule.plannedTonnes(day)));
            entries.add(new Plans.Entry(day, "temperature", weather.forecast(day)));
            if (schedule.isClosed(day)) {
                entries.add(new Plans.Entry(day, Plans.CLOSED, 1));
            }
        }
        new Plans(house.database()).announce(SITE.id(), entries);
    }

    /** Declares the batches that ended between two times. */
    static void declare(House house, Instant from, Instant to) {
        Schedule schedule = new Schedule(ZONE, SEED);
        List<Plans.Made> made = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(to, ZONE);
        for (LocalDate day = LocalDate.ofInstant(from, ZONE); !day.isAfter(last); day = day.plusDays(1)) {
            schedule.batches(day).stream()
                    .filter(batch -> batch.to().isAfter(from) && !batch.to().isAfter(to))
                    .forEach(batch -> made.add(new Plans.Made(batch.id().charAt(1) - '0', batch)));
        }
        if (!made.isEmpty()) {
            new Plans(house.database()).made(SITE.id(), made);
        }
    }

    /** When the demonstration's life begins: the middle of the last working morning, a little while ago at least. */
    static Instant liveStart(Instant now) {
        Schedule schedule = new Schedule(ZONE, SEED);
        LocalDate day = LocalDate.ofInstant(now, ZONE);
        Instant start = day.atTime(9, 20).atZone(ZONE).toInstant();
        while (schedule.isClosed(day) || start.isAfter(now.minusSeconds(3 * 3600))) {
            day = day.minusDays(1);
            start = day.atTime(9, 20).atZone(ZONE).toInstant();
        }
        return start;
    }
}
