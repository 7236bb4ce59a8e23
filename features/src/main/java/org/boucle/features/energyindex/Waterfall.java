package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.energyindex.IndexOutcome.Defined;

/**
 * From one year's index to another's by cause. Activity is measured in theoretical consumption R (what the quantities
 * would have taken in the reference year), so that units of different products add up: {@code E_i = R * S_i * I_i} with
 * {@code S_i = R_i / R} and {@code I_i = E_i / R_i}. The index {@code 100 sum S_i I_i} does not contain R: activity
 * moves the energy and never the index. Decomposed by {@link Lmdi}, without a rest.
 *
 * @param parts the causes by unit (post with its own meter, the unmetered rest of the site, or site of a sector)
 */
public record Waterfall(int fromYear, int toYear, double fromIndex, double toIndex, List<Part> parts) {

    /**
     * The effects of one unit.
     *
     * @param structure points of index from its changed share of the theoretical consumption
     * @param intensity points of index from its changed own index
     * @param energyActivity change of energy from the volume, in the agreement's unit
     * @param energyStructure change of energy from the mix
     * @param energyIntensity change of energy from the efficiency
     */
    public record Part(
            String unit,
            double structure,
            double intensity,
            double energyActivity,
            double energyStructure,
            double energyIntensity) {}

    /** A unit in both years; zero energy and zero theoretical consumption where it does not operate. */
    record Weights(String unit, double real0, double theoretical0, double realT, double theoreticalT) {}

    public Waterfall {
        parts = List.copyOf(parts);
    }

    /** Points of index from volume: zero by construction of the index. */
    public double activity() {
        return 0;
    }

    /** Points of index from the mix of production, entrants and leavers included. */
    public double structure() {
        return parts.stream().mapToDouble(Part::structure).sum();
    }

    /** Points of index from the efficiency of the units. */
    public double intensity() {
        return parts.stream().mapToDouble(Part::intensity).sum();
    }

    /** Between two years of a site; empty where one of them has no index. */
    public static Optional<Waterfall> of(SiteYear from, SiteYear to) {
        if (!(from.index() instanceof Defined before) || !(to.index() instanceof Defined after)) {
            return Optional.empty();
        }
        Map<String, double[]> units = new LinkedHashMap<>();
        addMetered(units, from, to, before, 0);
        addMetered(units, to, from, after, 2);
        return Optional.of(of(from.year(), to.year(), units));
    }

    /** Between two years of a company or sector, by member. */
    public static Optional<Waterfall> of(Consolidation from, Consolidation to) {
        if (from.index().percent().isEmpty() || to.index().percent().isEmpty()) {
            return Optional.empty();
        }
        Map<String, double[]> units = new LinkedHashMap<>();
        from.members()
                .forEach(m -> add(units, m.id(), 0, m.index().real(), m.index().theoretical()));
        to.members()
                .forEach(m -> add(units, m.id(), 2, m.index().real(), m.index().theoretical()));
        return Optional.of(of(from.year(), to.year(), units));
    }

    /** Name of the unit that gathers the posts without a meter in both years. */
    public static final String REST = "";

    private static void addMetered(
            Map<String, double[]> units, SiteYear year, SiteYear other, Defined index, int column) {
        double real = index.real();
        double theoretical = index.theoretical();
        for (PostLine line : year.lines()) {
            if (tracked(line) && (trackedOrAbsent(other, line))) {
                add(units, line.post().id(), column, line.metered().getAsDouble(), line.theoretical());
                real -= line.metered().getAsDouble();
                theoretical -= line.theoretical();
            }
        }
        boolean rounding = Math.abs(theoretical) <= 1e-12 * index.theoretical();
        add(units, REST, column, Math.max(0, real), rounding ? 0 : theoretical);
    }

    private static boolean tracked(PostLine line) {
        return line.metered().isPresent();
    }

    private static boolean trackedOrAbsent(SiteYear other, PostLine line) {
        return other.lines().stream()
                .filter(l -> l.post().id().equals(line.post().id()))
                .allMatch(l -> tracked(l) || l.theoretical() == 0);
    }

    private static void add(Map<String, double[]> units, String unit, int column, double real, double theoretical) {
        double[] sums = units.computeIfAbsent(unit, _ -> new double[4]);
        sums[column] += real;
        sums[column + 1] += theoretical;
    }

    private static Waterfall of(int fromYear, int toYear, Map<String, double[]> units) {
        List<Weights> all = new ArrayList<>();
        units.forEach((unit, v) -> all.add(new Weights(unit, v[0], v[1], v[2], v[3])));
        double real0 = all.stream().mapToDouble(Weights::real0).sum();
        double theoretical0 = all.stream().mapToDouble(Weights::theoretical0).sum();
        double realT = all.stream().mapToDouble(Weights::realT).sum();
        double theoreticalT = all.stream().mapToDouble(Weights::theoreticalT).sum();
        List<Part> parts = new ArrayList<>();
        for (Weights unit : all) {
            if (unit.real0() + unit.realT() > 0 || unit.theoretical0() + unit.theoreticalT() > 0) {
                parts.add(part(unit, theoretical0, theoreticalT));
            }
        }
        return new Waterfall(fromYear, toYear, 100 * real0 / theoretical0, 100 * realT / theoreticalT, parts);
    }

    private static Part part(Weights unit, double all0, double allT) {
        Lmdi.Effects points = effects(unit, all0, allT, 100 / all0, 100 / allT, false);
        Lmdi.Effects energy = effects(unit, all0, allT, 1, 1, true);
        return new Part(
                unit.unit(),
                points.structure(),
                points.intensity(),
                energy.activity(),
                energy.structure(),
                energy.intensity());
    }

    /**
     * The terms of one unit. A unit that has no energy or no theoretical consumption in one of the years entered or left:
     * its whole contribution is of structure (and, in energy, so is its activity: the limit of the logarithmic mean).
     */
    private static Lmdi.Effects effects(
            Weights unit, double all0, double allT, double scale0, double scaleT, boolean inEnergy) {
        double value0 = unit.real0() * scale0;
        double valueT = unit.realT() * scaleT;
        boolean both = unit.real0() > 0 && unit.realT() > 0 && unit.theoretical0() > 0 && unit.theoreticalT() > 0;
        if (!both) {
            boolean moved = unit.theoretical0() == 0 || unit.theoreticalT() == 0;
            return moved ? new Lmdi.Effects(0, valueT - value0, 0) : new Lmdi.Effects(0, 0, valueT - value0);
        }
        double weight = Lmdi.mean(valueT, value0);
        double activity = inEnergy ? weight * Math.log(allT / all0) : 0;
        double structure = weight * Math.log((unit.theoreticalT() / allT) / (unit.theoretical0() / all0));
        return new Lmdi.Effects(activity, structure, valueT - value0 - activity - structure);
    }
}
