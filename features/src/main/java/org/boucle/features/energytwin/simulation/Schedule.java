package org.boucle.features.energytwin.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.boucle.features.energytwin.production.Batch;

/**
 * The simulated factory's calendar and production plan. A day's plan follows from its date and the seed alone, so that
 * past and future can be asked in any order.
 *
 * @param zone the factory's zone
 * @param seed seed of the draws
 */
public record Schedule(ZoneId zone, long seed) {
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    /** A product on a line between two times, with the short stops in between. */
    public record Run(Recipe recipe, Instant from, Instant to, List<Stop> stops) {
        public Run {
            stops = List.copyOf(stops);
        }

        boolean isStopped(Instant time) {
            return stops.stream().anyMatch(stop -> !time.isBefore(stop.from()) && time.isBefore(stop.to()));
        }

        /** Hours of real production. */
        public double hours() {
            double stopped = stops.stream()
                    .mapToDouble(
                            stop -> Duration.between(stop.from(), stop.to()).toSeconds())
                    .sum();
            return (Duration.between(from, to).toSeconds() - stopped) / 3600;
        }

        /** Good quantity, in kg. */
        public double quantity() {
            return hours() * recipe.rate();
        }
    }

    /** A short stop of a line. */
    public record Stop(Instant from, Instant to) {}

    /** Whether nobody works that day. */
    public boolean isClosed(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || HOLIDAYS.contains(MonthDay.from(day))) {
            return true;
        }
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        boolean season = day.getMonthValue() >= 10 && day.getDayOfMonth() < 22;
        boolean summer = day.getMonthValue() == 8 && day.getDayOfMonth() <= 17;
        boolean winter = day.getMonthValue() == 12 && day.getDayOfMonth() >= 24;
        return saturday && !season || summer || winter;
    }

    /** The runs that begin on a day, in order of time. */
    public List<Run> runs(LocalDate day) {
        if (isClosed(day)) {
            return List.of();
        }
        SplittableRandom random = new SplittableRandom(seed * 31 + day.toEpochDay());
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        List<Run> runs = new ArrayList<>();
        runs.addAll(line(day, 1, LocalTime.of(5, 0), saturday ? 8 : 15.5, random));
        if (!saturday) {
            runs.addAll(line(day, 2, LocalTime.of(6, 0), 7.5, random));
        }
        return runs;
    }

    private List<Run> line(LocalDate day, int line, LocalTime start, double hours, SplittableRandom random) {
        List<Recipe> recipes = Recipe.ofLine(line);
        List<Run> runs = new ArrayList<>();
        ZonedDateTime at = day.atTime(start).atZone(zone).plusMinutes(random.nextInt(20));
        double left = hours - (random.nextInt(5) == 0 ? 2 + random.nextDouble() : 0);
        while (left > 1) {
            double length = Math.min(left, 2.5 + 3 * random.nextDouble());
            Instant from = at.toInstant();
            Instant to = from.plusSeconds((long) (length * 3600));
            runs.add(new Run(recipes.get(random.nextInt(recipes.size())), from, to, stops(from, to, random)));
            at = to.plusSeconds(900 + random.nextInt(1200)).atZone(zone);
            left -= length + 0.4;
        }
        return runs;
    }

    private static List<Stop> stops(Instant from, Instant to, SplittableRandom random) {
        List<Stop> stops = new ArrayList<>();
        Instant at = from.plusSeconds(600 + random.nextInt(5400));
        while (at.isBefore(to.minusSeconds(900))) {
            Instant end = at.plusSeconds(120 + random.nextInt(480));
            stops.add(new Stop(at, end));
            at = end.plusSeconds(1800 + random.nextInt(7200));
        }
        return stops;
    }

    /** The day's runs as batches, as a production system would declare them. */
    public List<Batch> batches(LocalDate day) {
        List<Batch> batches = new ArrayList<>();
        for (Run run : runs(day)) {
            String id = "L" + run.recipe().line() + "-" + day + "-" + (batches.size() + 1);
            batches.add(new Batch(
                    id, run.recipe().product(), run.recipe().family(), run.from(), run.to(), run.quantity(), "kg"));
        }
        return batches;
    }

    /** Planned good quantity of a day in tonnes: rounded, and without knowing the stops to come. */
    public double plannedTonnes(LocalDate day) {
        double kg = runs(day).stream()
                .mapToDouble(run -> Duration.between(run.from(), run.to()).toSeconds()
                        / 3600.0
                        * run.recipe().rate())
                .sum();
        return Math.round(kg / 500) / 2.0;
    }
}
