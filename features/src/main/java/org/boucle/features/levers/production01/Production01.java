package org.boucle.features.levers.production01;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.DataNeed;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.Lever;
import org.boucle.core.scenario.LeverCatalogue;
import org.boucle.core.scenario.LeverSheet;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.scenario.Proposal.ExplanationLine;

/** Proposals against waiting machines, high rest loads, slow rates and water that runs at night. */
public final class Production01 implements Lever<Situation> {
    /** Least and most of a long wait that can be avoided: half where a restart costs as much as the wait, all of it at best. */
    static final double LEAST_AVOIDABLE = 0.5;

    private static final double WEEKS_A_YEAR = 365.25 / 7;
    private static final String ACRONYM = "Production-01";
    private static final List<DataNeed> NEEDS =
            List.of(new DataNeed("production01.meters", "/imports"), new DataNeed("production01.weeks", "/energy"));

    @Override
    public LeverSheet sheet() {
        return LeverCatalogue.find(ACRONYM).orElseThrow();
    }

    @Override
    public List<DataNeed> needs() {
        return NEEDS;
    }

    @Override
    public List<DataNeed> missing(Situation situation) {
        if (situation.weeks() <= 0) {
            return NEEDS;
        }
        return situation.weeks() < 2 ? List.of(NEEDS.getLast()) : List.of();
    }

    @Override
    public List<Proposal> propose(Situation situation) {
        List<Proposal> proposals = new ArrayList<>();
        if (missing(situation).isEmpty()) {
            situation.waits().forEach(wait -> waiting(wait, situation.grid()).ifPresent(proposals::add));
            situation.rests().forEach(rest -> resting(rest, situation.grid()).ifPresent(proposals::add));
            situation.rates().forEach(rate -> rate(rate, situation.grid()).ifPresent(proposals::add));
            situation.water().forEach(water -> water(water).ifPresent(proposals::add));
        }
        proposals.sort(Comparator.comparingDouble(Production01::energy));
        return List.copyOf(proposals);
    }

    private static double energy(Proposal proposal) {
        return proposal.changes().stream()
                .filter(change -> change.category() == IndicatorCategory.ENERGY)
                .mapToDouble(IndicatorChange::expected)
                .sum();
    }

    private static Optional<Proposal> waiting(Situation.LongWait wait, Situation.Grid grid) {
        Spread year = yearly(wait.weekly());
        if (year.mean < 50) {
            return Optional.empty();
        }
        double low = LEAST_AVOIDABLE * Math.max(0, year.mean - year.half);
        double high = year.mean + year.half;
        double expected = (1 + LEAST_AVOIDABLE) / 2 * year.mean;
        IndicatorChange saved = new IndicatorChange(IndicatorCategory.ENERGY, -high, -expected, 0 - low);
        return Optional.of(proposal(
                "wait/" + wait.machine(),
                "energytwin.lever.wait",
                List.of(wait.machine()),
                saved,
                grid,
                new ExplanationLine(
                        "energytwin.lever.wait.why",
                        List.of(wait.machine(), whole(year.mean), whole(100 * LEAST_AVOIDABLE)),
                        saved,
                        wait.machine() + ", " + wait.weekly().size() + " × 7 d")));
    }

    private static Optional<Proposal> resting(Situation.RestLoad rest, Situation.Grid grid) {
        double gap = rest.now() - rest.best();
        double half = 1.96 * rest.spread() * Math.sqrt(2);
        if (gap <= 0.05 * rest.best() || gap * rest.hours() < 200) {
            return Optional.empty();
        }
        IndicatorChange saved = new IndicatorChange(
                IndicatorCategory.ENERGY,
                -(gap + half) * rest.hours(),
                -gap * rest.hours(),
                Math.min(0, -(gap - half) * rest.hours()));
        return Optional.of(proposal(
                "rest",
                "energytwin.lever.rest",
                List.of(),
                saved,
                grid,
                new ExplanationLine(
                        "energytwin.lever.rest.why",
                        List.of(tenth(rest.now()), tenth(rest.best()), whole(rest.hours())),
                        saved,
                        "site")));
    }

    private static Optional<Proposal> rate(Situation.Rate rate, Situation.Grid grid) {
        double gap = rate.usual() - rate.best();
        if (gap < 200) {
            return Optional.empty();
        }
        IndicatorChange saved = new IndicatorChange(
                IndicatorCategory.ENERGY, -gap - rate.halfWidth(), -gap, Math.min(0, -gap + rate.halfWidth()));
        return Optional.of(proposal(
                "rate/" + rate.line(),
                "energytwin.lever.rate",
                List.of(rate.line(), whole(rate.bestRate())),
                saved,
                grid,
                new ExplanationLine(
                        "energytwin.lever.rate.why",
                        List.of(whole(rate.usualRate()), whole(rate.bestRate())),
                        saved,
                        rate.line())));
    }

    private static Optional<Proposal> water(Situation.RestWater water) {
        Spread year = yearly(water.weekly());
        if (year.mean < 1) {
            return Optional.empty();
        }
        IndicatorChange saved = new IndicatorChange(
                IndicatorCategory.WATER,
                -year.mean - year.half,
                -(1 + LEAST_AVOIDABLE) / 2 * year.mean,
                -LEAST_AVOIDABLE * Math.max(0, year.mean - year.half));
        ExplanationLine line = new ExplanationLine(
                "energytwin.lever.water.why",
                List.of(whole(year.mean), whole(100 * LEAST_AVOIDABLE)),
                saved,
                water.meter());
        return Optional.of(new Proposal(
                "production-01/water/" + water.meter(),
                ACRONYM,
                "energytwin.lever.water",
                List.of(),
                List.of(saved),
                List.of(line)));
    }

    /** Energy and the greenhouse gases that go with it; each explained by one line. */
    private static Proposal proposal(
            String id,
            String title,
            List<String> arguments,
            IndicatorChange energy,
            Situation.Grid grid,
            ExplanationLine why) {
        double expected = energy.expected() * grid.value();
        double below = Math.hypot(
                (energy.expected() - energy.low()) * grid.value(), energy.expected() * (grid.high() - grid.value()));
        double above = Math.hypot(
                (energy.high() - energy.expected()) * grid.value(), energy.expected() * (grid.value() - grid.low()));
        IndicatorChange gas =
                new IndicatorChange(IndicatorCategory.GHG, expected - below, expected, Math.min(0, expected + above));
        ExplanationLine factor =
                new ExplanationLine("energytwin.lever.factor", List.of(tenth(1000 * grid.value())), gas, grid.source());
        return new Proposal(
                "production-01/" + id, ACRONYM, title, arguments, List.of(energy, gas), List.of(why, factor));
    }

    private record Spread(double mean, double half) {}

    /** A year from weekly sums: 52.18 times their mean, with 1.96 standard errors of it. */
    private static Spread yearly(List<Double> weekly) {
        int n = weekly.size();
        double mean = weekly.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = weekly.stream()
                .mapToDouble(week -> (week - mean) * (week - mean))
                .sum();
        double error = n < 2 ? mean : Math.sqrt(squares / (n - 1) / n);
        return new Spread(mean * WEEKS_A_YEAR, 1.96 * error * WEEKS_A_YEAR);
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    private static String tenth(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
