package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.boucle.core.decision.InService;
import org.boucle.core.decision.Verification;
import org.boucle.core.decision.Verification.Lack;
import org.boucle.core.decision.Verification.NotYet;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.baseline.DailyBaseline;
import org.boucle.features.energytwin.baseline.MeasuredDays;
import org.boucle.features.energytwin.baseline.Savings;
import org.boucle.features.telemetry.Medium;

/** Measures what a decision has saved: the baseline of the days before it, adjusted to the days since, minus the meter. */
public final class SavingsMeter {
    /** Days since it is in service before which nothing is said: about a month, so that each weekday came four times. */
    public static final int FEWEST_REPORTED = 28;

    private static final int BASELINE_DAYS = 365;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double CONFIDENCE = 0.95;
    private final Parts parts;

    SavingsMeter(Parts parts) {
        this.parts = parts;
    }

    /** A place of measurement: its code after {@link InService} and how people call it; no name for the whole site. */
    public record Boundary(String code, String name) {}

    /** All places at which a site can be measured. */
    public List<Boundary> boundaries(Site site) {
        List<Meter> meters = parts.meters().of(site);
        List<Boundary> all = new ArrayList<>();
        all.add(new Boundary(InService.WHOLE_SITE, ""));
        meters.stream()
                .filter(meter -> meter.isMachine() && meter.line() > 0)
                .map(Meter::line)
                .distinct()
                .sorted()
                .forEach(line -> all.add(new Boundary("line/" + line, "L" + line)));
        meters.stream()
                .filter(meter -> meter.isMachine() || isWater(meter))
                .forEach(meter -> all.add(new Boundary("meter/" + meter.series().name(), meter.label())));
        return all;
    }

    /** The narrowest place that a proposal names, the whole site otherwise. */
    public String boundaryOf(Site site, String proposal) {
        String subject = proposal.substring(proposal.lastIndexOf('/') + 1);
        return boundaries(site).stream()
                .filter(boundary -> boundary.name().equals(subject))
                .map(Boundary::code)
                .findFirst()
                .orElse(InService.WHOLE_SITE);
    }

    /**
     * What a promise has come to.
     *
     * @param promised improvement promised for a year
     */
    public Verification verify(Site site, IndicatorChange promised, InService service) {
        Optional<Followed> followed = follow(site, promised.category(), service);
        if (followed.isEmpty()) {
            return NotYet.of(Lack.METER);
        }
        MeasuredDays days = followed.get().days();
        int before = days.before(service.from());
        int since = days.size() - before;
        if (before < DailyBaseline.FEWEST) {
            return new NotYet(Lack.BASELINE, Optional.empty(), before, DailyBaseline.FEWEST);
        }
        if (since < FEWEST_REPORTED) {
            LocalDate last =
                    since == 0 ? service.from().minusDays(1) : days.days().getLast();
            return new NotYet(
                    Lack.REPORT, Optional.of(last.plusDays(FEWEST_REPORTED - since + 1L)), since, FEWEST_REPORTED);
        }
        return followed.get()
                .baseline()
                .map(baseline -> measured(site, promised, baseline))
                .orElse(NotYet.of(Lack.MODEL));
    }

    private Verification measured(Site site, IndicatorChange promised, DailyBaseline baseline) {
        Savings savings = baseline.savings();
        LocalDate first = baseline.days().get(baseline.learnt());
        double low = savings.saved() - savings.halfWidth();
        double high = savings.saved() + savings.halfWidth();
        IndicatorChange saved = new IndicatorChange(promised.category(), low, savings.saved(), high);
        if (promised.category() == IndicatorCategory.GHG) {
            Settings.GridFactor factor = Settings.GridFactor.of(site.country(), first.getYear());
            double half = Math.hypot(
                    savings.halfWidth() * factor.value(), savings.saved() * (factor.high() - factor.low()) / 2);
            double expected = savings.saved() * factor.value();
            saved = new IndicatorChange(promised.category(), expected - half, expected, expected + half);
        }
        return new Verification.Measured(
                promised,
                saved,
                first,
                baseline.days().getLast(),
                baseline.days().size() - baseline.learnt());
    }

    /** The days measured at a boundary, and the baseline learnt on those before it was put in service. */
    record Followed(MeasuredDays days, Optional<DailyBaseline> baseline) {}

    /** The baseline behind a verification, for its page. */
    public Optional<DailyBaseline> baseline(Site site, IndicatorCategory category, InService service) {
        return follow(site, category, service).flatMap(Followed::baseline);
    }

    private Optional<Followed> follow(Site site, IndicatorCategory category, InService service) {
        List<Meter> meters = parts.meters().of(site);
        Optional<Instant> now = parts.readings().now(meters);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Instant to = Readings.midnight(now.get(), site);
        Instant from = service.from()
                .minusDays(BASELINE_DAYS)
                .atStartOfDay(site.timeZone())
                .toInstant();
        if (!from.isBefore(to)) {
            return Optional.of(new Followed(
                    new MeasuredDays(List.of(), List.of(), new double[0][], new double[0]), Optional.empty()));
        }
        return curve(site, meters, category, service.boundary(), from, to).map(curve -> {
            Set<Integer> lines = lines(meters, service.boundary());
            MeasuredDays days = MeasuredDays.of(DayGrid.of(curve), parts.plans().conditions(site, lines, from, to));
            int before = days.before(service.from());
            boolean enough = before >= DailyBaseline.FEWEST && days.size() > before;
            return new Followed(days, enough ? DailyBaseline.of(days, before, CONFIDENCE) : Optional.empty());
        });
    }

    private Optional<LoadCurve> curve(
            Site site, List<Meter> meters, IndicatorCategory category, String boundary, Instant from, Instant to) {
        return switch (category) {
            case ENERGY, GHG ->
                boundary.equals(InService.WHOLE_SITE)
                        ? parts.readings().whole(meters, from, to, HOUR, site.timeZone())
                        : sum(site, inside(meters, boundary), from, to);
            case WATER ->
                sum(
                        site,
                        meters.stream()
                                .filter(SavingsMeter::isWater)
                                .filter(meter -> boundary.equals(InService.WHOLE_SITE) || isAt(meter, boundary))
                                .toList(),
                        from,
                        to);
            case MATERIAL, TRANSPORT, LIFETIME, SCRAP, POLLUTION, RECYCLING, LAND -> Optional.empty();
        };
    }

    private Optional<LoadCurve> sum(Site site, Collection<Meter> meters, Instant from, Instant to) {
        return meters.isEmpty()
                ? Optional.empty()
                : Optional.of(Readings.sum(parts.readings()
                        .curves(meters, from, to, HOUR, site.timeZone())
                        .values()));
    }

    /** The lines whose production explains what a boundary uses: its own, or all where it belongs to none. */
    private static Set<Integer> lines(List<Meter> meters, String boundary) {
        Set<Integer> own = meters.stream()
                .filter(meter -> meter.line() > 0 && isAt(meter, boundary))
                .map(Meter::line)
                .collect(Collectors.toCollection(TreeSet::new));
        return own.isEmpty()
                ? meters.stream()
                        .map(Meter::line)
                        .filter(line -> line > 0)
                        .collect(Collectors.toCollection(TreeSet::new))
                : own;
    }

    private static List<Meter> inside(List<Meter> meters, String boundary) {
        return meters.stream()
                .filter(meter -> meter.isMachine() && isAt(meter, boundary))
                .toList();
    }

    private static boolean isAt(Meter meter, String boundary) {
        return boundary.equals("line/" + meter.line())
                || boundary.equals("meter/" + meter.series().name());
    }

    private static boolean isWater(Meter meter) {
        return meter.series().medium() == Medium.WATER && meter.series().unit().matches("m3|m³");
    }
}
