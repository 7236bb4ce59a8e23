package org.boucle.features.energytwin.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.boucle.features.energytwin.LoadCurve;

/**
 * Energy of a line given to what was made on it. A batch receives the energy metered between its beginning and its end
 * (steps that it fills in part, in proportion of time; steps that several batches share, in proportion of their time).
 * What was used while no batch ran is a line of its own, so that the sum of the lines is the meter.
 *
 * @param batches energy of each batch
 * @param outside energy used while no batch ran, in kWh
 */
public record ProductEnergy(List<Line> batches, double outside) {
    /** A batch, a product or a family: its quantity, its energy in kWh, and how many batches it holds. */
    public record Line(String name, double quantity, String unit, double energy, int batches, double hours) {
        /** kWh per unit of quantity; {@code NaN} where nothing good was made. */
        public double specific() {
            return quantity == 0 ? Double.NaN : energy / quantity;
        }
    }

    private record Shared(Batch batch, double energy) {}

    public ProductEnergy {
        batches = List.copyOf(batches);
    }

    /** By batch. */
    public static ProductEnergy perBatch(LoadCurve curve, List<Batch> batches) {
        return per(curve, batches, Batch::id);
    }

    /** By product. */
    public static ProductEnergy perProduct(LoadCurve curve, List<Batch> batches) {
        return per(curve, batches, Batch::product);
    }

    /** By product family. */
    public static ProductEnergy perFamily(LoadCurve curve, List<Batch> batches) {
        return per(curve, batches, Batch::family);
    }

    private static ProductEnergy per(LoadCurve curve, List<Batch> batches, Function<Batch, String> name) {
        double[] share = new double[batches.size()];
        double outside = share(curve, batches, share);
        Map<String, List<Shared>> groups = new LinkedHashMap<>();
        for (int b = 0; b < share.length; b++) {
            groups.computeIfAbsent(name.apply(batches.get(b)), key -> new ArrayList<>())
                    .add(new Shared(batches.get(b), share[b]));
        }
        return new ProductEnergy(
                groups.entrySet().stream()
                        .map(group -> line(group.getKey(), group.getValue()))
                        .toList(),
                outside);
    }

    private static Line line(String name, List<Shared> group) {
        double quantity = 0;
        double energy = 0;
        double hours = 0;
        String unit = group.getFirst().batch().unit();
        for (Shared shared : group) {
            if (!shared.batch().unit().equals(unit)) {
                throw new IllegalArgumentException("batches of " + name + " are counted in " + unit + " and in "
                        + shared.batch().unit() + ". Maybe convert them first?");
            }
            quantity += shared.batch().quantity();
            energy += shared.energy();
            hours +=
                    Duration.between(shared.batch().from(), shared.batch().to()).toSeconds() / 3600.0;
        }
        return new Line(name, quantity, unit, energy, group.size(), hours);
    }

    /** Adds each batch's share to {@code share}; gives what is outside all batches. */
    private static double share(LoadCurve curve, List<Batch> batches, double[] share) {
        double[] overlap = new double[curve.size()];
        for (Batch batch : batches) {
            each(curve, batch, (step, part) -> overlap[step] += part);
        }
        for (int b = 0; b < share.length; b++) {
            int at = b;
            each(curve, batches.get(b), (step, part) -> {
                double energy = Double.isNaN(curve.kWh(step)) ? 0 : curve.kWh(step);
                share[at] += energy * part / Math.max(1, overlap[step]);
            });
        }
        double outside = 0;
        for (int i = 0; i < curve.size(); i++) {
            outside += Double.isNaN(curve.kWh(i)) ? 0 : curve.kWh(i) * Math.max(0, 1 - overlap[i]);
        }
        return outside;
    }

    private interface Step {
        void take(int step, double part);
    }

    private static void each(LoadCurve curve, Batch batch, Step then) {
        double step = curve.step().toNanos() / 1e9;
        double from = seconds(curve.start(), batch.from()) / step;
        double to = seconds(curve.start(), batch.to()) / step;
        for (int i = (int) Math.max(0, Math.floor(from)); i < Math.min(curve.size(), Math.ceil(to)); i++) {
            then.take(i, Math.min(to, i + 1.0) - Math.max(from, i));
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Energy of all lines and what is outside, in kWh. */
    public double total() {
        return outside + batches.stream().mapToDouble(Line::energy).sum();
    }
}
