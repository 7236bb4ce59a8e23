package org.boucle.features.itfootprint.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns what Energizta and Scaphandre write to files into readings.
 *
 * <p>Energizta 0.5: one JSON object a line, powers in W under {@code powers}. Scaphandre 1.0: JSON reports with powers in
 * µW.
 */
public final class ForeignTools {
    private static final double MICRO = 1e-6;
    private static final String[][] ENERGIZTA_LOADS = {
        {"cpu_usr_pct", "load.user", "%"},
        {"cpu_sys_pct", "load.system", "%"},
        {"cpu_iowait_pct", "load.waiting", "%"},
        {"load1", "load.average-1min", "1"},
        {"mem_used_MB", "memory.used", "MB"},
        {"cpu_freq_mhz", "cpu.frequency", "MHz"},
        {"sensors_coretemp", "temperature.core", "°C"},
    };

    private ForeignTools() {}

    /**
     * One line of Energizta.
     *
     * @return empty where the line is no JSON object with a time and powers
     */
    public static Optional<List<Reading>> energizta(String line) {
        Optional<Json> state = Json.parse(line);
        if (state.isEmpty()
                || !(state.get().find("powers").orElse(new Json.Flag(false)) instanceof Json.Tree powers)
                || state.get().findNumber("timestamp").isEmpty()) {
            return Optional.empty();
        }
        long millis = millis(state.get().findNumber("timestamp").getAsDouble());
        List<Reading> readings = new ArrayList<>();
        for (Map.Entry<String, Json> power : powers.members().entrySet()) {
            OptionalDouble watts = powers.findNumber(power.getKey());
            if (watts.isPresent()) {
                String name = power.getKey();
                String shortName = name.endsWith("_watt") ? name.substring(0, name.length() - 5) : name;
                readings.add(new Reading("power.".concat(Reading.word(shortName)), millis, watts.getAsDouble(), "W"));
            }
        }
        for (String[] load : ENERGIZTA_LOADS) {
            OptionalDouble value = state.get().findNumber(load[0]);
            if (value.isPresent()) {
                readings.add(new Reading(load[1], millis, value.getAsDouble(), load[2]));
            }
        }
        return Optional.of(readings);
    }

    /** A point for the power curve from a line of Energizta: load in % and the widest power that the line knows. */
    public static Optional<double[]> energiztaPoint(String line) {
        Optional<Json> state = Json.parse(line);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble user = state.get().findNumber("cpu_usr_pct");
        OptionalDouble system = state.get().findNumber("cpu_sys_pct");
        Json powers = state.get().find("powers").orElse(new Json.Flag(false));
        String[] widestFirst = {
            "shellyplug_watt", "g5k_watt", "manual_input_watt", "dcmi_cur_watt", "sensors_acpi_watt", "rapl_total_watt"
        };
        for (String name : widestFirst) {
            OptionalDouble watts = powers.findNumber(name);
            if (watts.isPresent() && user.isPresent() && system.isPresent()) {
                return Optional.of(new double[] {user.getAsDouble() + system.getAsDouble(), watts.getAsDouble()});
            }
        }
        return Optional.empty();
    }

    /** Reports of Scaphandre's JSON exporter: one report, or an array of them. Empty where there is none in the text. */
    public static Optional<List<Reading>> scaphandre(String text) {
        Optional<Json> parsed = Json.parse(text);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        List<Json> reports = parsed.get() instanceof Json.Items items ? items.elements() : List.of(parsed.get());
        List<Reading> readings = new ArrayList<>();
        for (Json report : reports) {
            addReport(report, readings);
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings);
    }

    private static void addReport(Json report, List<Reading> readings) {
        Optional<Json> host = report.find("host");
        if (host.isEmpty() || host.get().findNumber("timestamp").isEmpty()) {
            return;
        }
        long millis = millis(host.get().findNumber("timestamp").getAsDouble());
        addWatts("power.host", millis, host.get().findNumber("consumption"), MICRO, readings);
        for (Json socket : report.find("sockets").map(Json::elements).orElse(List.of())) {
            String id = whole(socket.findNumber("id"));
            addWatts("power.package-".concat(id), millis, socket.findNumber("consumption"), MICRO, readings);
            for (Json domain : socket.find("domains").map(Json::elements).orElse(List.of())) {
                String name = Reading.word(domain.findText("name").orElse("domain"));
                addWatts("power." + name + "-" + id, millis, domain.findNumber("consumption"), MICRO, readings);
            }
        }
        for (Json consumer : report.find("consumers").map(Json::elements).orElse(List.of())) {
            String exe = consumer.findText("exe").orElse("process");
            String name = Reading.word(exe.substring(exe.lastIndexOf('/') + 1));
            String series = "process." + name + "-" + whole(consumer.findNumber("pid")) + ".power";
            addWatts(series, millis, consumer.findNumber("consumption"), MICRO, readings);
        }
    }

    private static void addWatts(
            String series, long millis, OptionalDouble value, double toWatts, List<Reading> readings) {
        if (value.isPresent()) {
            readings.add(new Reading(series, millis, value.getAsDouble() * toWatts, "W"));
        }
    }

    private static String whole(OptionalDouble number) {
        return Long.toString(Math.round(number.orElse(0)));
    }

    /** Tools write seconds; a number beyond the year 5000 in seconds must be milliseconds. */
    private static long millis(double timestamp) {
        return Math.round(timestamp < 1e11 ? timestamp * 1000 : timestamp);
    }
}
