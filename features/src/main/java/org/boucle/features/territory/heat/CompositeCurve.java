package org.boucle.features.territory.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Composite curves: all hot or all cold streams as one line of heat over temperature. */
public final class CompositeCurve {
    private CompositeCurve() {}

    /**
     * A corner of a curve.
     *
     * @param kilowatts heat, cumulated from the cold end
     * @param celsius temperature
     */
    public record Point(double kilowatts, double celsius) {}

    /** The hot or the cold curve at real temperatures, from the cold end, beginning at {@code startKilowatts}. */
    public static List<Point> of(List<HeatStream> streams, boolean hot, double startKilowatts) {
        TreeSet<Double> bounds = new TreeSet<>();
        List<HeatStream> mine =
                streams.stream().filter(stream -> stream.isHot() == hot).toList();
        for (HeatStream stream : mine) {
            bounds.add(stream.supply());
            bounds.add(stream.target());
        }
        List<Point> points = new ArrayList<>();
        double heat = startKilowatts;
        double before = Double.NaN;
        for (double bound : bounds) {
            if (!points.isEmpty()) {
                heat += capacity(mine, before, bound) * (bound - before);
            }
            points.add(new Point(heat, bound));
            before = bound;
        }
        return points;
    }

    private static double capacity(List<HeatStream> streams, double bottom, double top) {
        return streams.stream()
                .filter(stream -> Math.min(stream.supply(), stream.target()) <= bottom
                        && Math.max(stream.supply(), stream.target()) >= top)
                .mapToDouble(HeatStream::capacity)
                .sum();
    }

    /** The grand composite curve of a cascade: net heat flow over shifted temperature, from the top. */
    public static List<Point> grand(Cascade cascade) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < cascade.temperatures().size(); i++) {
            points.add(new Point(cascade.flows().get(i), cascade.temperatures().get(i)));
        }
        return points;
    }
}
