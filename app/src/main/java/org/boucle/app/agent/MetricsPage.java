package org.boucle.app.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.MeasuredMachine;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * The last sample in OpenMetrics text, with the names {@code boagent_*} for which users of Boagent have dashboards. The text
 * is made when someone asks for it, not at each sample.
 */
final class MetricsPage {
    private final String host;
    private List<Reading> readings = List.of();
    private Optional<ImpactRates> rates = Optional.empty();
    private Moment first = new Moment(0, 0);
    private Moment last = new Moment(0, 0);
    private boolean started;
    private double joules;
    private double measuredSeconds;
    private long samples;
    private long waitingBytes;
    private long droppedBytes;

    MetricsPage(String host) {
        this.host = Reading.word(host);
    }

    synchronized void rates(ImpactRates known) {
        rates = Optional.of(known);
    }

    synchronized void show(Moment now, List<Reading> sample, long waiting, long dropped) {
        if (!started) {
            started = true;
            first = now;
            last = now;
        }
        Optional<MeasuredMachine.Power> power = MeasuredMachine.of(sample);
        double seconds = now.secondsSince(last);
        if (power.isPresent()) {
            joules += power.get().watts() * seconds;
            measuredSeconds += seconds;
        }
        last = now;
        readings = sample;
        samples++;
        waitingBytes = waiting;
        droppedBytes = dropped;
    }

    /** The page, ended by the mark that OpenMetrics requires. */
    synchronized String text() {
        StringBuilder out = new StringBuilder(8192);
        List<Reading> others = new ArrayList<>();
        family(out, "boucle_power_watts", "Power by domain or meter in W");
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (reading.series().startsWith("power.")) {
                sample(out, "boucle_power_watts", "domain", reading.series().substring(6), reading.value());
            } else {
                others.add(reading);
            }
        }
        family(out, "boucle_process_power_watts", "Share of the machine's power by command in W");
        for (int i = 0; i < others.size(); i++) {
            String series = others.get(i).series();
            if (series.startsWith("process.") && series.endsWith(".power")) {
                String name = series.substring(8, series.length() - 6);
                sample(
                        out,
                        "boucle_process_power_watts",
                        "command",
                        name,
                        others.get(i).value());
            }
        }
        family(out, "boucle_reading", "Every other reading of the last sample, in its own unit");
        for (int i = 0; i < others.size(); i++) {
            Reading reading = others.get(i);
            if (!reading.series().startsWith("process.") || !reading.series().endsWith(".power")) {
                out.append("boucle_reading{host=\"")
                        .append(host)
                        .append("\",series=\"")
                        .append(reading.series());
                out.append("\",unit=\"")
                        .append(reading.unit())
                        .append("\"} ")
                        .append(reading.value())
                        .append('\n');
            }
        }
        own(out);
        boagent(out);
        return out.append("# EOF\n").toString();
    }

    private void own(StringBuilder out) {
        gauge(out, "boucle_agent_samples", "Samples since the agent started", samples);
        gauge(out, "boucle_agent_waiting_bytes", "Bytes on disk that the twin has not acknowledged", waitingBytes);
        gauge(out, "boucle_agent_dropped_bytes", "Bytes given up because the disk buffer was full", droppedBytes);
        gauge(out, "boucle_agent_impacts_known", "1 where the twin gave impact factors", rates.isPresent() ? 1 : 0);
    }

    /** The names of Boagent 0.2; those that need impact factors are left out until the twin has given them. */
    private void boagent(StringBuilder out) {
        gauge(out, "boagent_start_time", "Start of the period in seconds since 1970", first.epochMillis() / 1e3);
        gauge(out, "boagent_end_time", "End of the period in seconds since 1970", last.epochMillis() / 1e3);
        if (measuredSeconds > 0) {
            gauge(out, "boagent_average_power_measured", "Mean power in W", joules / measuredSeconds);
        }
        if (rates.isEmpty()) {
            return;
        }
        double[] use = rates.get().perKilowattHour();
        double[] embedded = rates.get().embeddedPerHour();
        double kilowattHours = joules / 3.6e6;
        double hours = last.secondsSince(first) / 3600;
        gauge(out, "boagent_electricity_carbon_intensity", "kgCO2eq per kWh", use[0]);
        if (measuredSeconds > 0) {
            gauge(out, "boagent_total_operational_emissions", "kgCO2eq", use[0] * kilowattHours);
            gauge(out, "boagent_total_operational_abiotic_resources_depletion", "kgSbeq", use[1] * kilowattHours);
            gauge(out, "boagent_total_operational_primary_energy_consumed", "MJ", use[2] * kilowattHours);
        }
        gauge(out, "boagent_embedded_emissions", "kgCO2eq", embedded[0] * hours);
        gauge(out, "boagent_embedded_abiotic_resources_depletion", "kgSbeq", embedded[1] * hours);
        gauge(out, "boagent_embedded_primary_energy", "MJ", embedded[2] * hours);
    }

    private void gauge(StringBuilder out, String name, String help, double value) {
        if (Double.isFinite(value)) {
            family(out, name, help);
            out.append(name)
                    .append("{host=\"")
                    .append(host)
                    .append("\"} ")
                    .append(value)
                    .append('\n');
        }
    }

    private static void family(StringBuilder out, String name, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(StringBuilder out, String name, String label, String value, double number) {
        out.append(name)
                .append("{host=\"")
                .append(host)
                .append("\",")
                .append(label)
                .append("=\"")
                .append(value);
        out.append("\"} ").append(number).append('\n');
    }
}
