package org.boucle.core.factors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Units;

/**
 * Flags figures that nobody should believe before they spoil a mean: it says what it saw and against what, and leaves the
 * decision to people. Nothing is dropped silently.
 *
 * <p>Thresholds were chosen on the errors found in public bases: an acidification of electricity a thousand times that of
 * its neighbours, a natural gas factor ten times too high, a primary energy of 0.013 or 468 MJ per kWh, a kWh figure
 * labelled MJ, a fossil part larger than its total.
 */
public final class PlausibilityScreen {
    /** Farther than this from the median of its like, in robust standard deviations of the logarithm, is an outlier. */
    static final double MOST_DEVIATIONS = 6;
    /** And at least this many times the median, so that a tight group does not cry wolf. */
    static final double LEAST_RATIO = 5;
    /** A group smaller than this has no shape. */
    static final int SMALLEST_GROUP = 5;

    /** What was seen. */
    public enum Kind {
        /** Far from the other places or variants of the same flow. */
        OUTLIER,
        /** Outside what physics or the fuel allows. */
        IMPOSSIBLE,
        /** A burden below zero outside credits and uptake. */
        NEGATIVE,
        /** The same key twice with other figures. */
        CONTRADICTION,
        /** A part larger than its whole. */
        PART_OVER_WHOLE,
        /** A figure that looks like its neighbour's in another unit. */
        UNIT_SLIP
    }

    /**
     * One suspicion.
     *
     * @param seen the figure
     * @param expected what its like have, or the bound it breaks
     */
    public record Suspicion(String factorId, Kind kind, double seen, double expected) {}

    private PlausibilityScreen() {}

    /** All suspicions, worst first. */
    public static List<Suspicion> screen(List<Factor> factors) {
        List<Suspicion> found = new ArrayList<>();
        factors.forEach(f -> bounds(f, found));
        groups(factors, Factor::code).values().forEach(group -> outliers(group, found));
        groups(factors, f -> f.code().substring(0, Math.max(0, f.code().lastIndexOf('.'))))
                .values()
                .forEach(group -> outliers(group, found));
        contradictions(factors, found);
        partsOverWholes(factors, found);
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingDouble((Suspicion s) -> -severity(s))
                        .thenComparing(Suspicion::factorId))
                .toList();
    }

    private static double severity(Suspicion s) {
        double ratio = Math.abs(s.seen() / s.expected());
        return Double.isFinite(ratio) && ratio > 0 ? Math.abs(Math.log(ratio)) : 100;
    }

    /** What a unit of energy can possibly emit or hold; and burdens below zero. */
    private static void bounds(Factor factor, List<Suspicion> found) {
        if (factor.value() < 0 && !factor.impact().startsWith("carbon.")) {
            found.add(new Suspicion(factor.id(), Kind.NEGATIVE, factor.value(), 0));
        }
        if (!factor.unit().isCompatible(Units.KILOWATT_HOUR)) {
            return;
        }
        double perKwh = factor.value() * Units.KILOWATT_HOUR.factorTo(factor.unit());
        switch (factor.impact()) {
            case "ghg" ->
                within(factor, perKwh, isGrid(factor) ? 0.003 : 0, factor.code().startsWith("fuel.") ? 0.6 : 2, found);
            // primary energy in MJ per kWh delivered: 3.6 where nothing is lost, 25 in the worst old plant
            case "pe", "energy.primary" -> within(factor, perKwh, 3.6, 25, found);
            case "energy" -> slip(factor, perKwh, 1, found);
            case "fe", "energy.final" -> slip(factor, perKwh, 3.6, found);
            default -> {
                // other impacts of energy have no bound known here; the comparison with their like remains
            }
        }
    }

    private static boolean isGrid(Factor factor) {
        return factor.code().startsWith("electricity.grid");
    }

    private static void within(Factor factor, double seen, double low, double high, List<Suspicion> found) {
        if (seen < low || seen > high) {
            found.add(new Suspicion(factor.id(), Kind.IMPOSSIBLE, seen, seen < low ? low : high));
        }
    }

    private static void slip(Factor factor, double seen, double expected, List<Suspicion> found) {
        if (Math.abs(seen / expected - 1) > 0.05) {
            found.add(new Suspicion(factor.id(), Kind.UNIT_SLIP, seen, expected));
        }
    }

    private static Map<String, List<Factor>> groups(List<Factor> factors, Function<Factor, String> family) {
        return factors.stream()
                .filter(f -> f.value() > 0 && !(isGrid(f) && f.impact().equals("ghg")))
                .collect(Collectors.groupingBy(
                        f -> family.apply(f) + " " + f.impact() + " " + f.boundary() + " " + dimension(f),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String dimension(Factor factor) {
        Dimension dimension = factor.unit().dimension();
        return dimension.toString();
    }

    private static void outliers(List<Factor> group, List<Suspicion> found) {
        if (group.size() < SMALLEST_GROUP) {
            return;
        }
        double[] logs =
                group.stream().mapToDouble(PlausibilityScreen::logOfCoherent).toArray();
        double median = median(logs);
        double spread = 1.4826
                * median(Arrays.stream(logs).map(x -> Math.abs(x - median)).toArray());
        for (int i = 0; i < logs.length; i++) {
            double distance = Math.abs(logs[i] - median);
            if (distance > Math.log(LEAST_RATIO) && distance > MOST_DEVIATIONS * spread) {
                double expected = group.get(i).value() * Math.exp(median - logs[i]);
                found.add(new Suspicion(
                        group.get(i).id(), kind(distance), group.get(i).value(), expected));
            }
        }
    }

    /** A ratio of about 3.6, a thousand or a million to the median smells of a unit. */
    private static Kind kind(double distance) {
        for (double slip : new double[] {3.6, 1e3, 1e6}) {
            if (Math.abs(distance - Math.log(slip)) < 0.15) {
                return Kind.UNIT_SLIP;
            }
        }
        return Kind.OUTLIER;
    }

    private static double logOfCoherent(Factor factor) {
        return Math.log(factor.value() / factor.unit().scale());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void contradictions(List<Factor> factors, List<Suspicion> found) {
        Map<String, Factor> seen = new TreeMap<>();
        for (Factor factor : factors) {
            if (factor.source().reference().isEmpty()) {
                continue;
            }
            String key = String.join(
                    " ",
                    factor.source().title().toLowerCase(Locale.ROOT),
                    factor.source().reference(),
                    factor.impact(),
                    factor.boundary().name(),
                    factor.geography().code(),
                    factor.period().toString(),
                    dimension(factor));
            Factor twin = seen.putIfAbsent(key, factor);
            if (twin != null
                    && Math.abs(logOfCoherent(twin) - logOfCoherent(factor)) > Math.log(1.5)
                    && twin.code().equals(factor.code())) {
                found.add(new Suspicion(factor.id(), Kind.CONTRADICTION, factor.value(), twin.value()));
            }
        }
    }

    /** {@code ghg.fossil}, {@code ghg.biogenic} or {@code ghg.landuse} above {@code ghg} of the same flow and place. */
    private static void partsOverWholes(List<Factor> factors, List<Suspicion> found) {
        Map<String, Factor> wholes = new TreeMap<>();
        factors.forEach(f -> wholes.putIfAbsent(key(f, f.impact()), f));
        for (Factor part : factors) {
            int dot = part.impact().lastIndexOf('.');
            Factor whole = dot < 0 ? null : wholes.get(key(part, part.impact().substring(0, dot)));
            if (whole != null && part.value() > whole.value() * 1.05) {
                found.add(new Suspicion(part.id(), Kind.PART_OVER_WHOLE, part.value(), whole.value()));
            }
        }
    }

    private static String key(Factor factor, String impact) {
        return factor.code() + " " + factor.geography() + " " + factor.boundary() + " "
                + factor.unit().symbol() + " " + impact;
    }
}
