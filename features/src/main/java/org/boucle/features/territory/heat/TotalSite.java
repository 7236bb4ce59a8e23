package org.boucle.features.territory.heat;

import java.util.ArrayList;
import java.util.List;

/**
 * What several sites could still pass to each other once each has recovered its own heat (Dhole and Linnhoff 1993):
 * below its pinch a site is a source, above its pinch a sink; pockets of the grand composite curve stay inside.
 */
public final class TotalSite {
    private TotalSite() {}

    /**
     * The targets.
     *
     * @param alone hot utility of all sites without exchange, kW
     * @param exchanged heat that sites can pass to each other, kW, pipe losses taken off
     * @param lost by the pipes, kW
     */
    public record Target(double alone, double exchanged, double lost) {
        /** Hot utility that remains, kW. */
        public double hotUtility() {
            return alone - exchanged;
        }
    }

    /** Streams of one site. */
    public record SiteStreams(String site, List<HeatStream> streams) {
        public SiteStreams {
            streams = List.copyOf(streams);
        }
    }

    /**
     * Targets for a set of sites.
     *
     * @param leastDifference K, within each site and again between a site and the network
     * @param pipeLoss kW lost between any two sites, see {@link #pipeLoss}
     */
    public static Target of(List<SiteStreams> sites, double leastDifference, double pipeLoss) {
        List<HeatStream> offered = new ArrayList<>();
        double alone = 0;
        for (SiteStreams site : sites) {
            Cascade cascade = Cascade.of(site.streams(), leastDifference);
            alone += cascade.hotUtility();
            offered.addAll(outward(site.site(), cascade));
        }
        double left =
                offered.isEmpty() ? 0 : Cascade.of(offered, leastDifference).hotUtility();
        double possible = Math.max(0, alone - left);
        double lost = Math.min(possible, pipeLoss);
        return new Target(alone, possible - lost, lost);
    }

    /** The part of a site's grand composite curve that looks outward, as streams: pockets cut off. */
    static List<HeatStream> outward(String site, Cascade cascade) {
        List<HeatStream> streams = new ArrayList<>();
        List<Double> t = cascade.temperatures();
        List<Double> q = cascade.flows();
        int pinch = cascade.pinches().isEmpty()
                ? (cascade.hotUtility() == 0 ? 0 : t.size() - 1)
                : t.indexOf(cascade.pinches().getFirst());
        int lastPinch = cascade.pinches().isEmpty()
                ? pinch
                : t.indexOf(cascade.pinches().getLast());
        double envelope = 0;
        for (int i = pinch - 1; i >= 0; i--) {
            double from = Math.max(envelope, Math.min(q.get(i), leastAbove(q, i)));
            add(streams, site + " sink " + i, t.get(i + 1), t.get(i), from - envelope, false);
            envelope = from;
        }
        envelope = 0;
        for (int i = lastPinch + 1; i < t.size(); i++) {
            double to = Math.max(envelope, Math.min(q.get(i), leastBelow(q, i)));
            add(streams, site + " source " + i, t.get(i), t.get(i - 1), to - envelope, true);
            envelope = to;
        }
        return streams;
    }

    private static double leastAbove(List<Double> flows, int index) {
        return flows.subList(0, index + 1).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    private static double leastBelow(List<Double> flows, int index) {
        return flows.subList(index, flows.size()).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    private static void add(List<HeatStream> streams, String id, double low, double high, double kW, boolean hot) {
        if (kW > 1e-9) {
            streams.add(new HeatStream(id, hot ? high : low, hot ? low : high, kW / (high - low)));
        }
    }

    /**
     * Heat lost by a buried pipe: {@code U · π · D · L · (T − Ta)}.
     *
     * @param coefficient U, W/(m²·K)
     * @param diameter m
     * @param length m
     * @return kW
     */
    public static double pipeLoss(
            double coefficient, double diameter, double length, double celsius, double groundCelsius) {
        return coefficient * Math.PI * diameter * length * (celsius - groundCelsius) / 1000;
    }
}
