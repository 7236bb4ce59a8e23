package org.boucle.app.intensity;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An hourly intensity and a load against it as JSON and CSV. */
final class IntensityResults {
    private IntensityResults() {}

    static Map<String, Object> json(IntensityView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", view.series().name());
        json.put("source", view.series().factor().base().source().title());
        json.put("layout", view.series().layout());
        json.put("start", view.series().factor().start().toString());
        json.put("end", view.series().end().toString());
        json.put("known", view.coverage());
        json.put("unit", "g CO2e/kWh");
        json.put("mean", view.meanGrams());
        json.put(
                "byHour",
                Arrays.stream(view.profile().byHour())
                        .mapToObj(v -> Double.isNaN(v) ? null : (Object) (v * 1000))
                        .toList());
        view.match().ifPresent(m -> {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("hours", m.hours());
            match.put("loadKWh", m.load());
            match.put("hourlyKg", m.matched());
            match.put("atMeanKg", m.averaged());
            match.put("differenceKg", m.difference());
            match.put("bySeasonKg", m.bySeason());
            match.put("byHourKg", m.byHour());
            match.put("byDayKg", m.byDay());
            match.put("weightedGrams", m.weightedFactor() * 1000);
            view.atYearly().ifPresent(t -> match.put("atYearlyFactorKg", t * 1000));
            match.put("marketKg", view.market() * 1000);
            json.put("load", match);
        });
        return json;
    }

    static String csv(IntensitySeries series, Optional<double[]> load) {
        StringBuilder csv = new StringBuilder("time_utc,gCO2e_per_kWh,load_kWh,kgCO2e\n");
        double[] values = series.factor().values();
        Instant time = series.factor().start();
        for (int i = 0; i < values.length; i++) {
            double kWh =
                    load.filter(l -> l.length > 0).isPresent() && i < load.get().length ? load.get()[i] : Double.NaN;
            csv.append(time)
                    .append(',')
                    .append(number(values[i] * 1000))
                    .append(',')
                    .append(number(kWh));
            csv.append(',').append(number(values[i] * kWh)).append('\n');
            time = time.plus(IntensitySeries.HOUR);
        }
        return csv.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf((float) value);
    }
}
