package org.boucle.features.energytwin.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that goes wrong in the simulated factory, so that the alerts can be tried against the truth.
 *
 * @param kind what goes wrong
 * @param machine where
 * @param from when it begins
 * @param to when it ends
 * @param size how bad at its worst, in the unit of its kind
 */
public record Fault(Kind kind, String machine, Instant from, Instant to, double size) {
    /** What can go wrong. */
    public enum Kind {
        /** The oven isn't switched off after the last batch. */
        OVEN_LEFT_ON,
        /** A leak that grows from nothing to {@code size} m³/min of compressed air. */
        AIR_LEAK,
        /** Fouled condenser: performance falls by the share {@code size}. */
        COLD_FOULED,
        /** Lighting left on. */
        LIGHTS_LEFT_ON,
        /** A habit: the oven is kept at {@code size} °C through the nights between working days. */
        OVEN_KEPT_WARM,
        /** The oven is heated up in the middle of production, on top of everything else. */
        LATE_HEAT_UP,
        /** The machine's meter says nothing. */
        METER_SILENT
    }

    boolean isActive(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** How far a growing fault has grown at a time, 0 to 1. */
    double grown(Instant time) {
        if (!isActive(time)) {
            return 0;
        }
        return Duration.between(from, time).toSeconds()
                / (double) Duration.between(from, to).toSeconds();
    }

    /** How many days before today the demonstration's oven stopped being kept warm at night. */
    private static final int DAYS_SINCE_HABIT = 150;

    /** The first day on which the electric oven was off at night, because that had been decided. */
    public static LocalDate habitEnded(LocalDate today) {
        return today.minusDays(DAYS_SINCE_HABIT);
    }

    /** The habit of keeping the electric oven warm at night, until the morning of {@link #habitEnded}. */
    public static Fault habit(LocalDate today, ZoneId zone) {
        LocalDate end = habitEnded(today);
        return new Fault(
                Kind.OVEN_KEPT_WARM,
                "oven-1",
                end.minusYears(2).atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant(),
                150);
    }

    /** A set of faults in the weeks before {@code now}, the same for the same day. */
    public static List<Fault> lately(LocalDate today, ZoneId zone) {
        Schedule schedule = new Schedule(zone, 1);
        List<Fault> faults = new ArrayList<>();
        int nights = 0;
        for (int back = 2; nights < 4; back += 3) {
            LocalDate day = today.minusDays(back);
            if (!schedule.isClosed(day)) {
                Instant from = day.atTime(20, 30).atZone(zone).toInstant();
                faults.add(new Fault(Kind.OVEN_LEFT_ON, "oven-1", from, from.plus(Duration.ofHours(7)), 1));
                nights++;
            }
        }
        Instant midnight = today.atStartOfDay(zone).toInstant();
        faults.add(new Fault(
                Kind.AIR_LEAK, "air-1", midnight.minus(Duration.ofDays(45)), midnight.plus(Duration.ofDays(60)), 3));
        faults.add(new Fault(
                Kind.COLD_FOULED,
                "cold-1",
                midnight.minus(Duration.ofDays(30)),
                midnight.plus(Duration.ofDays(60)),
                0.4));
        LocalDate saturday = today.minusDays(today.getDayOfWeek().getValue() + 1L);
        Instant lights = saturday.minusDays(7).atTime(13, 0).atZone(zone).toInstant();
        faults.add(new Fault(Kind.LIGHTS_LEFT_ON, "building", lights, lights.plus(Duration.ofHours(40)), 12));
        LocalDate open = today.minusDays(1);
        while (schedule.isClosed(open)) {
            open = open.minusDays(1);
        }
        Instant late = open.atTime(9, 10).atZone(zone).toInstant();
        faults.add(new Fault(Kind.LATE_HEAT_UP, "oven-1", late, late.plus(Duration.ofMinutes(50)), 1));
        Instant silent = today.minusDays(2).atTime(9, 40).atZone(zone).toInstant();
        faults.add(new Fault(Kind.METER_SILENT, "packer-2", silent, silent.plus(Duration.ofHours(5)), 1));
        return List.copyOf(faults);
    }
}
