package org.boucle.features.itfootprint.measurement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pages of one exporter of Kepler or Scaphandre, one after the other, as readings in W.
 *
 * <p>Scaphandre 1.0: samples {@code scaph_*} in µW. Kepler 0.10 and later: samples {@code kepler_*_watts}. Kepler before
 * 0.10 has only counters {@code kepler_*_joules_total}: the power is their rise between two pages over the time between
 * them, idle and dynamic energy together; a series of which a counter is new or began anew gives nothing until the next page,
 * rather than a part of its power.
 */
public final class ExporterPages {
    private static final double MICRO = 1e-6;
    private static final String KEPLER = "kepler_";
    private static final String WATTS = "_watts";
    private static final String JOULES = "_joules_total";
    private static final List<String> NAMING = List.of(
            "pod_namespace",
            "container_namespace",
            "pod_name",
            "container_name",
            "vm_name",
            "vm_id",
            "comm",
            "command",
            "pid");

    private Map<Exposition.Counter, Double> counters = Map.of();
    private long countedAt;

    /**
     * The powers on a page.
     *
     * @param epochMillis when the page was fetched
     */
    public List<Reading> read(String page, long epochMillis) {
        List<Reading> readings = new ArrayList<>();
        List<Exposition.Sample> counted = new ArrayList<>();
        for (Exposition.Sample sample : Exposition.parse(page, KEPLER)) {
            // a bare kepler_watts names neither a node nor a process
            if (isNamed(sample, WATTS)) {
                readings.add(new Reading(keplerSeries(sample, WATTS), epochMillis, sample.value(), "W"));
            } else if (isNamed(sample, JOULES)) {
                counted.add(sample);
            }
        }
        if (readings.isEmpty()) {
            readings.addAll(rise(counted, epochMillis));
        }
        for (Exposition.Sample sample : Exposition.parse(page, "scaph_")) {
            String series = scaphandreSeries(sample);
            if (!series.isEmpty()) {
                readings.add(new Reading(series, epochMillis, sample.value() * MICRO, "W"));
            }
        }
        return readings;
    }

    private static boolean isNamed(Exposition.Sample sample, String unit) {
        return sample.name().endsWith(unit) && sample.name().length() > KEPLER.length() + unit.length();
    }

    /** The mean powers since the last page, counters of one series (idle and dynamic, several packages) added up. */
    private List<Reading> rise(List<Exposition.Sample> samples, long epochMillis) {
        double seconds = (epochMillis - countedAt) / 1000.0;
        Map<Exposition.Counter, Double> now = new HashMap<>();
        Map<String, Double> watts = new LinkedHashMap<>();
        for (Exposition.Sample sample : samples) {
            Exposition.Counter counter = sample.counter();
            now.put(counter, sample.value());
            double risen = sample.value() - counters.getOrDefault(counter, Double.NaN);
            watts.merge(keplerSeries(sample, JOULES), risen >= 0 ? risen / seconds : Double.NaN, Double::sum);
        }
        counters = now;
        countedAt = epochMillis;
        List<Reading> readings = new ArrayList<>();
        watts.forEach((series, power) -> {
            if (seconds > 0 && Double.isFinite(power)) {
                readings.add(new Reading(series, epochMillis, power, "W"));
            }
        });
        return readings;
    }

    private static String keplerSeries(Exposition.Sample sample, String unit) {
        String body = sample.name().substring(KEPLER.length(), sample.name().length() - unit.length());
        StringBuilder series = new StringBuilder(64);
        for (String label : NAMING) {
            if (!sample.label(label).isEmpty()) {
                series.append(series.isEmpty() ? "" : "-").append(Reading.word(sample.label(label)));
            }
        }
        String kind = body.contains("_") ? body.substring(0, body.indexOf('_')) : body;
        String part = body.length() == kind.length() ? "" : Reading.word(body.substring(kind.length() + 1));
        String zone = sample.label("zone").isEmpty() ? "" : "-" + Reading.word(sample.label("zone"));
        if (kind.equals("node")) {
            return "power." + (part.isEmpty() ? "node" : part) + zone;
        }
        return kind + "." + (series.isEmpty() ? "-" : series) + ".power" + (part.isEmpty() ? "" : "-") + part + zone;
    }

    private static String scaphandreSeries(Exposition.Sample sample) {
        return switch (sample.name()) {
            case "scaph_host_power_microwatts" -> "power.host";
            case "scaph_socket_power_microwatts" -> "power.package-" + Reading.word(sample.label("socket_id"));
            case "scaph_domain_power_microwatts" ->
                "power." + Reading.word(sample.label("domain_name")) + "-" + Reading.word(sample.label("socket_id"));
            case "scaph_process_power_consumption_microwatts" ->
                "process." + Reading.word(sample.label("exe")) + "-" + Reading.word(sample.label("pid")) + ".power";
            default -> "";
        };
    }
}
