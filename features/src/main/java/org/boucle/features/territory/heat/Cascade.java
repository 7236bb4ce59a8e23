package org.boucle.features.territory.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The heat cascade of a set of streams: the problem table of Linnhoff and Flower (1978).
 *
 * @param hotUtility least heat to be brought, kW
 * @param coldUtility least heat to be taken away, kW
 * @param pinches shifted temperatures at which nothing flows down, °C, from the top
 * @param temperatures bounds of the intervals, shifted, °C, from the top
 * @param flows heat that flows down through each bound, kW
 */
public record Cascade(
        double hotUtility, double coldUtility, List<Double> pinches, List<Double> temperatures, List<Double> flows) {
    public Cascade {
        pinches = List.copyOf(pinches);
        temperatures = List.copyOf(temperatures);
        flows = List.copyOf(flows);
    }

    /** @param leastDifference least difference of temperature between hot and cold, K */
    public static Cascade of(List<HeatStream> streams, double leastDifference) {
        if (streams.isEmpty() || !(leastDifference >= 0)) {
            throw new IllegalArgumentException("A cascade needs streams and a difference of 0 K or more; got "
                    + streams.size() + " streams and " + leastDifference + " K");
        }
        TreeSet<Double> bounds = new TreeSet<>();
        for (HeatStream stream : streams) {
            bounds.add(stream.shiftedTop(leastDifference));
            bounds.add(stream.shiftedBottom(leastDifference));
        }
        List<Double> temperatures = new ArrayList<>(bounds.descendingSet());
        double[] residual = new double[temperatures.size()];
        double least = 0;
        for (int i = 1; i < residual.length; i++) {
            residual[i] =
                    residual[i - 1] + surplus(streams, leastDifference, temperatures.get(i - 1), temperatures.get(i));
            least = Math.min(least, residual[i]);
        }
        List<Double> flows = new ArrayList<>();
        List<Double> pinches = new ArrayList<>();
        double scale = streams.stream().mapToDouble(HeatStream::duty).sum();
        double hotUtility = Math.abs(least) < 1e-12 * scale ? 0 : Math.abs(least);
        for (int i = 0; i < residual.length; i++) {
            double flow = residual[i] + hotUtility;
            boolean nothing = Math.abs(flow) < 1e-9 * scale;
            flows.add(nothing ? 0.0 : flow);
            if (nothing && i > 0 && i < residual.length - 1) {
                pinches.add(temperatures.get(i));
            }
        }
        return new Cascade(hotUtility, flows.getLast(), pinches, temperatures, flows);
    }

    private static double surplus(List<HeatStream> streams, double leastDifference, double top, double bottom) {
        double capacity = 0;
        for (HeatStream stream : streams) {
            boolean crosses =
                    stream.shiftedTop(leastDifference) >= top && stream.shiftedBottom(leastDifference) <= bottom;
            if (crosses) {
                capacity += stream.isHot() ? stream.capacity() : -stream.capacity();
            }
        }
        return capacity * (top - bottom);
    }

    /** Whether the streams need heat or cooling alone: such a problem may have no pinch inside. */
    public boolean isThreshold() {
        return hotUtility == 0 || coldUtility == 0;
    }

    /** Heat exchanged between the streams, kW. */
    public double recovered(List<HeatStream> streams) {
        return streams.stream()
                        .filter(HeatStream::isHot)
                        .mapToDouble(HeatStream::duty)
                        .sum()
                - coldUtility;
    }
}
