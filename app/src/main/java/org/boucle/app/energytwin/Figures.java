package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.cost.CostCarbon;
import org.boucle.features.energytwin.cost.GridIntensity;
import org.boucle.features.energytwin.production.Batch;
import org.boucle.features.energytwin.production.ProductEnergy;
import org.boucle.features.energytwin.production.RateModel;

/** Figures that several pages and the API share. */
final class Figures {
    private final Readings readings;
    private final Plans plans;

    Figures(Readings readings, Plans plans) {
        this.readings = readings;
        this.plans = plans;
    }

    /** Cost and carbon of a curve with the site's tariff and, where it is measured, the grid's intensity by the hour. */
    CostCarbon cost(View view, LoadCurve curve) {
        return CostCarbon.of(curve, view.settings().tariff(), intensity(view, curve.start(), curve.end()));
    }

    GridIntensity intensity(View view, Instant from, Instant to) {
        Settings.GridFactor factor = Settings.GridFactor.of(
                view.site().country(), from.atZone(view.site().timeZone()).getYear());
        double spread = (factor.high() - factor.low()) / 2 / factor.value();
        Optional<Meter> hourly =
                view.meters().stream().filter(meter -> meter.isIntensity()).findFirst();
        if (hourly.isEmpty()) {
            return GridIntensity.constant(factor.value(), spread, factor.source());
        }
        Duration hour = Duration.ofHours(1);
        Instant start = Readings.floor(from, hour);
        double[] grams =
                readings.means(hourly.get(), start, Readings.floor(to, hour).plus(hour), hour);
        for (int i = 0; i < grams.length; i++) {
            grams[i] /= 1000;
        }
        return new GridIntensity(
                start, grams, factor.value(), spread, hourly.get().label() + "; " + factor.source());
    }

    /** A line's electricity: the sum of its machines. */
    Optional<LoadCurve> line(View view, int line, Instant from, Instant to, Duration step) {
        List<Meter> machines = view.line(line);
        return machines.isEmpty()
                ? Optional.empty()
                : Optional.of(Readings.sum(
                        readings.curves(machines, from, to, step, view.site().timeZone())
                                .values()));
    }

    /** Energy of one line, by product, family or batch, over the view's period. */
    Optional<ProductEnergy> products(View view, int line, boolean byBatch) {
        Duration quarter = Duration.ofMinutes(15);
        Instant to = Readings.floor(view.to(), quarter);
        List<Batch> batches = batches(view, line, view.from(), to);
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        return line(view, line, view.from(), to, quarter)
                .map(curve ->
                        byBatch ? ProductEnergy.perBatch(curve, batches) : ProductEnergy.perProduct(curve, batches));
    }

    Optional<ProductEnergy> families(View view, int line) {
        Duration quarter = Duration.ofMinutes(15);
        Instant to = Readings.floor(view.to(), quarter);
        List<Batch> batches = batches(view, line, view.from(), to);
        return batches.isEmpty()
                ? Optional.empty()
                : line(view, line, view.from(), to, quarter).map(curve -> ProductEnergy.perFamily(curve, batches));
    }

    List<Batch> batches(View view, int line, Instant from, Instant to) {
        return plans.made(view.site().id(), from, to).stream()
                .filter(made -> made.line() == line)
                .map(Plans.Made::batch)
                .toList();
    }

    /** Power of a line against its rate, batch by batch over the last 120 days; empty where it can't be told. */
    Optional<RateModel> rates(View view, int line) {
        Duration quarter = Duration.ofMinutes(15);
        Instant to = Readings.floor(view.now(), quarter);
        Instant from = to.minus(Duration.ofDays(120));
        List<Batch> batches = batches(view, line, from, to);
        Optional<LoadCurve> curve = line(view, line, from, to, quarter);
        if (curve.isEmpty() || batches.size() < 10) {
            return Optional.empty();
        }
        List<double[]> pairs = new ArrayList<>();
        for (Batch batch : batches) {
            int first = (int) Math.ceilDiv(Duration.between(from, batch.from()).toSeconds(), 900);
            int last = (int) (Duration.between(from, batch.to()).toSeconds() / 900);
            double kWh = 0;
            for (int i = Math.max(0, first); i < Math.min(last, curve.get().size()); i++) {
                kWh += curve.get().kWh(i);
            }
            double hours = Duration.between(batch.from(), batch.to()).toSeconds() / 3600.0;
            if (last - first >= 4 && !Double.isNaN(kWh)) {
                pairs.add(new double[] {batch.quantity() / hours, kWh / ((last - first) / 4.0)});
            }
        }
        double[] rate = pairs.stream().mapToDouble(p -> p[0]).toArray();
        double[] power = pairs.stream().mapToDouble(p -> p[1]).toArray();
        try {
            return Optional.of(RateModel.fit(rate, power)).filter(model -> model.fixed() > 0);
        } catch (IllegalArgumentException always) {
            return Optional.empty();
        }
    }

    /** Energy of each machine over the view's period, and what no machine explains. */
    Map<String, Double> shares(View view) {
        Map<String, Double> shares = new LinkedHashMap<>();
        double known = 0;
        Map<Meter, LoadCurve> curves = readings.curves(
                view.machines(),
                view.from(),
                view.to(),
                view.step(),
                view.site().timeZone());
        for (Map.Entry<Meter, LoadCurve> one : curves.entrySet()) {
            double energy = one.getValue().total();
            shares.put(one.getKey().label(), energy);
            known += energy;
        }
        double rest = view.whole(readings).map(LoadCurve::total).orElse(known) - known;
        if (rest > 0.01 * known) {
            shares.put("", rest);
        }
        return shares;
    }
}
