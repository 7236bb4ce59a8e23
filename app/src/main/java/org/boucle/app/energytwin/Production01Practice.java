package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.levers.Standing;
import org.boucle.app.server.Scope;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.LoadFigures;
import org.boucle.features.energytwin.production.Batch;
import org.boucle.features.energytwin.production.RateModel;
import org.boucle.features.energytwin.states.PowerState;
import org.boucle.features.energytwin.states.PowerStates;
import org.boucle.features.levers.production01.Production01;
import org.boucle.features.levers.production01.Situation;
import org.boucle.features.telemetry.Medium;

/** Reads the situation of lever [Production-01] from the site's meters, once for each of its days. */
final class Production01Practice implements LeverPractice {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int WEEKS = 8;
    private final Parts parts;
    private final Production01 lever = new Production01();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(LocalDate day, int history, Situation situation) {}

    Production01Practice(Parts parts) {
        this.parts = parts;
    }

    @Override
    public String acronym() {
        return lever.sheet().acronym();
    }

    @Override
    public String path() {
        return "/energy";
    }

    @Override
    public Standing standing(Site site) {
        Optional<View> view = View.of(parts.house(), parts.meters(), parts.readings(), site, Scope.Period.MONTH);
        if (view.isEmpty()) {
            return Standing.missing(lever.needs());
        }
        Situation situation = situation(view.get());
        return new Standing(lever.missing(situation), lever.propose(situation));
    }

    /** The proposals as they stood at a time of the past, for a story that is told afterwards. */
    List<Proposal> proposalsAt(Site site, Instant then) {
        List<Meter> meters = parts.meters().of(site);
        return lever.propose(read(View.at(parts.house(), meters, site, Scope.Period.MONTH, then)));
    }

    private Situation situation(View view) {
        LocalDate today = LocalDate.ofInstant(view.now(), view.site().timeZone());
        int history = parts.outlooks()
                .ready(view.site().id())
                .map(made -> made.history().days())
                .orElse(0);
        Kept known = kept.get(view.site().id());
        if (known != null && known.day().equals(today) && known.history() == history) {
            return known.situation();
        }
        Situation read = read(view);
        kept.put(view.site().id(), new Kept(today, history, read));
        return read;
    }

    private Situation read(View view) {
        Instant midnight = Readings.midnight(view.now(), view.site());
        Instant from = midnight.minus(Duration.ofDays(7L * WEEKS));
        double weeks = parts.readings()
                .whole(view.meters(), from, midnight, QUARTER, view.site().timeZone())
                .map(curve -> curve.coverage() * WEEKS)
                .orElse(0.0);
        Settings.GridFactor factor = Settings.GridFactor.of(
                view.site().country(), midnight.atZone(view.site().timeZone()).getYear());
        return new Situation(
                weeks,
                waits(view, from, midnight),
                rests(view, midnight),
                rates(view),
                water(view, from, midnight),
                new Situation.Grid(factor.value(), factor.low(), factor.high(), factor.source()));
    }

    private List<Situation.LongWait> waits(View view, Instant from, Instant to) {
        List<Situation.LongWait> waits = new ArrayList<>();
        parts.readings()
                .curves(view.machines(), from, to, QUARTER, view.site().timeZone())
                .forEach((machine, curve) -> {
                    if (curve.coverage() > 0.2) {
                        waits(machine, curve).ifPresent(waits::add);
                    }
                });
        return waits;
    }

    /** Machines that can be off, as they were at least a twentieth of the time: an auxiliary that never rests has no wait. */
    private static Optional<Situation.LongWait> waits(Meter machine, LoadCurve curve) {
        PowerState[] states = PowerStates.learn(curve.kW()).of(curve.kW());
        long off =
                Arrays.stream(states).filter(state -> state == PowerState.OFF).count();
        if (off * 20 < states.length) {
            return Optional.empty();
        }
        double[] weekly = new double[WEEKS];
        for (PowerStates.Run run : PowerStates.runs(states)) {
            boolean waits = run.state() == PowerState.STANDBY || run.state() == PowerState.IDLE;
            if (waits && run.to() - run.from() > 4) {
                for (int i = run.from(); i < run.to(); i++) {
                    weekly[Math.min(WEEKS - 1, i / 672)] += Double.isNaN(curve.kWh(i)) ? 0 : curve.kWh(i);
                }
            }
        }
        return Optional.of(new Situation.LongWait(
                machine.label(), Arrays.stream(weekly).boxed().toList()));
    }

    private List<Situation.RestLoad> rests(View view, Instant midnight) {
        Instant from = midnight.minus(Duration.ofDays(120));
        Optional<LoadCurve> curve = parts.readings()
                .whole(view.meters(), from, midnight, QUARTER, view.site().timeZone());
        if (curve.isEmpty()) {
            return List.of();
        }
        double[] nights = SiteWatch.nights(DayGrid.of(curve.get()));
        double[] known = Arrays.stream(nights).filter(v -> !Double.isNaN(v)).toArray();
        if (known.length < 21) {
            return List.of();
        }
        double[] last =
                Arrays.stream(known, known.length - 7, known.length).sorted().toArray();
        double[] all = Arrays.stream(known).sorted().toArray();
        double base = LoadFigures.of(curve.get()).baseload();
        double threshold = base + 0.2 * (LoadFigures.of(curve.get()).peak() - base);
        double resting =
                Arrays.stream(curve.get().kW()).filter(p -> p < threshold).count()
                        / (double) curve.get().size();
        double spread = (all[(int) (0.5 * all.length)] - all[(int) (0.1 * all.length)]) / 1.28;
        return List.of(new Situation.RestLoad(last[3], all[(int) (0.1 * all.length)], spread / 2, resting * 8766));
    }

    private List<Situation.Rate> rates(View view) {
        List<Situation.Rate> rates = new ArrayList<>();
        for (int line : view.lines()) {
            Instant from = view.now().minus(Duration.ofDays(120));
            List<Batch> batches = parts.figures().batches(view, line, from, view.now());
            double quantity = batches.stream().mapToDouble(Batch::quantity).sum();
            double hours = batches.stream()
                    .mapToDouble(
                            batch -> Duration.between(batch.from(), batch.to()).toSeconds() / 3600.0)
                    .sum();
            parts.figures().rates(view, line).ifPresent(model -> rates.add(rate(line, model, quantity, hours)));
        }
        return rates;
    }

    /** Fixed power is paid by the hour: a year of the same quantity at the mean rate and at the fastest tenth seen. */
    private static Situation.Rate rate(int line, RateModel model, double quantity, double hours) {
        double year = quantity * 365.25 / 120;
        double usual = quantity / hours;
        double best = usual + 0.5 * (model.fastest() - usual);
        double atUsual = (model.fixed() / usual + model.perUnit()) * year;
        double atBest = (model.fixed() / best + model.perUnit()) * year;
        double half = Math.hypot(model.halfWidth(usual, 0.95) / usual, model.halfWidth(best, 0.95) / best) * year;
        return new Situation.Rate("L" + line, usual, best, atUsual, atBest, half);
    }

    /** Water between ten in the evening and four in the morning and on Sundays, week by week. */
    private List<Situation.RestWater> water(View view, Instant from, Instant to) {
        List<Situation.RestWater> all = new ArrayList<>();
        for (Meter meter : view.meters()) {
            if (meter.series().medium() == Medium.WATER && meter.series().unit().matches("m3|m³")) {
                var rolled =
                        parts.readings().store().rollUp(meter.id(), from.toEpochMilli(), to.toEpochMilli(), 3_600_000);
                double[] weekly = new double[WEEKS];
                for (int hour = 0; hour < rolled.size(); hour++) {
                    var local = Instant.ofEpochMilli(rolled.time(hour))
                            .atZone(view.site().timeZone());
                    boolean rest = local.getHour() >= 22
                            || local.getHour() < 4
                            || local.getDayOfWeek().getValue() == 7;
                    weekly[Math.min(WEEKS - 1, hour / 168)] += rest ? rolled.amount()[hour] : 0;
                }
                all.add(new Situation.RestWater(
                        meter.label(), Arrays.stream(weekly).boxed().toList()));
            }
        }
        return all;
    }
}
