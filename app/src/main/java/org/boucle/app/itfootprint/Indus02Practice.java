package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.levers.Standing;
import org.boucle.core.scenario.NetBenefit.Figure;
import org.boucle.core.twin.Site;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.MaterialRecovery;
import org.boucle.features.itfootprint.SecondLife;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.levers.indus02.Indus02;
import org.boucle.features.levers.indus02.Situation;
import org.boucle.features.levers.indus02.Situation.Kind;
import org.boucle.features.levers.indus02.Situation.Kit;

/** Reads the situation of lever [Outil Indus-02] from the recorded kit, once for each state of it. */
final class Indus02Practice implements LeverPractice {
    private static final double YEAR = 8_760;
    private static final double MEGAJOULES = 3.6;
    private static final double TARGET_LOAD = 50;
    private static final String SOURCE = "data/it, data/it/odbl; docs/methods/it-footprint.md";
    /** Places in the European Union and beside it where the five providers have regions. */
    private static final List<String> NEAR = List.of("SWE", "NOR", "CHE", "FRA", "FIN", "AUT");

    private final FleetStore store;
    private final Function<String, Optional<Estimate>> ownYearly;
    private final Indus02 lever = new Indus02();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(List<FleetStore.Line> lines, List<Kit> kit) {}

    /** @param ownYearly the twin's own kg CO2e in a year by criterion key, empty until it is known */
    Indus02Practice(FleetStore store, Function<String, Optional<Estimate>> ownYearly) {
        this.store = store;
        this.ownYearly = ownYearly;
    }

    @Override
    public String acronym() {
        return lever.sheet().acronym();
    }

    @Override
    public String path() {
        return "/it/fleet";
    }

    @Override
    public Standing standing(Site site) {
        List<FleetStore.Line> lines = store.list(site.id());
        Kept known = kept.get(site.id());
        if (known == null || !known.lines().equals(lines)) {
            known = new Kept(lines, lines.stream().map(Indus02Practice::kit).toList());
            kept.put(site.id(), known);
        }
        Optional<Estimate> own = ownYearly.apply("gwp");
        Situation situation = new Situation(
                known.kit(),
                own.map(Indus02Practice::figure).orElse(new Figure(0.5, 4, 30)),
                own.isPresent()
                        ? "/self"
                        : "assumption: 2 W (0.5 to 8) all year, until this server has measured itself");
        return new Standing(lever.missing(situation), lever.propose(situation));
    }

    private static Figure figure(Estimate estimate) {
        Estimate ordered = estimate.containing();
        return new Figure(ordered.min(), ordered.value(), ordered.max());
    }

    private static Kit kit(FleetStore.Line line) {
        Setup setup = line.setup();
        Assessment whole = setup.assess(ItFootprint.shipped(), false);
        double years = whole.durationHours() / YEAR;
        Kind kind = switch (setup.kind()) {
            case "server" -> Kind.SERVER;
            case "cloud" -> Kind.CLOUD;
            default -> Kind.TERMINAL;
        };
        boolean refurbished = !setup.fields().getOrDefault("refurbished", "").isEmpty();
        return new Kit(
                setup.title(),
                kind,
                line.quantity(),
                years,
                yearly(whole, Criterion.GWP, Stage.EMBEDDED),
                yearly(whole, Criterion.GWP, Stage.USE),
                energy(whole),
                setup.materials().stream()
                        .mapToDouble(MaterialRecovery.Line::kg)
                        .sum(),
                setup.load(),
                kind == Kind.SERVER ? denser(setup) : Optional.empty(),
                kind == Kind.CLOUD ? move(setup) : Optional.empty(),
                refurbished ? 1 : SecondLife.of(1, 0).factor(),
                SOURCE);
    }

    private static Figure yearly(Assessment whole, Criterion criterion, Stage stage) {
        return whole.find(criterion, stage)
                .map(estimate -> figure(estimate.times(YEAR / whole.durationHours())))
                .orElse(Figure.exact(0));
    }

    private static double energy(Assessment whole) {
        return yearly(whole, Criterion.FE, Stage.USE).expected() / MEGAJOULES;
    }

    private static Optional<Situation.Denser> denser(Setup setup) {
        if (!setup.fields().getOrDefault("avg_power", "").isEmpty()) {
            return Optional.empty();
        }
        Assessment busy = setup.with("load", "50").assess(ItFootprint.shipped(), false);
        return Optional.of(new Situation.Denser(TARGET_LOAD, yearly(busy, Criterion.GWP, Stage.USE), energy(busy)));
    }

    /** The cleanest place near by that is cleaner than where it runs. */
    private static Optional<Situation.Move> move(Setup setup) {
        Map<String, Double> there = new java.util.HashMap<>();
        List<String> places = new ArrayList<>(NEAR);
        places.add(setup.fields().get("location"));
        for (String place : places) {
            Optional.ofNullable(
                            ItFootprint.shipped().catalogue().electricity(place).get(Criterion.GWP))
                    .ifPresent(factor -> there.put(place, factor));
        }
        return there.keySet().stream()
                .filter(place -> isOffered(setup.fields().get("provider"), place))
                .min(Comparator.comparingDouble(there::get))
                .filter(place ->
                        there.get(place) < there.getOrDefault(setup.fields().get("location"), Double.MAX_VALUE))
                .map(place -> new Situation.Move(
                        place,
                        yearly(
                                setup.with("location", place).assess(ItFootprint.shipped(), false),
                                Criterion.GWP,
                                Stage.USE)));
    }

    private static boolean isOffered(String provider, String place) {
        return ItFootprint.shipped().catalogue().cloudRegions().stream()
                .anyMatch(region ->
                        region.provider().equals(provider) && region.place().equals(place));
    }
}
