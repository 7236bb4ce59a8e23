package org.boucle.app.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Sensors that the kernel shows as files: power and temperatures of {@code hwmon} (the ACPI power meter is the hwmon
 * device {@code power_meter}) and batteries that discharge.
 */
final class SensorProbe implements Probe {
    private record Sensor(String series, File file, double scale, String unit) {}

    private final SystemTree tree;
    private final List<Sensor> sensors = new ArrayList<>();
    private final List<File> batteries = new ArrayList<>();

    SensorProbe(SystemTree tree) {
        this.tree = tree;
        for (String device : SystemTree.names(tree.sys("class/hwmon"))) {
            findSensors(tree.sys("class/hwmon/".concat(device)));
        }
        for (String supply : SystemTree.names(tree.sys("class/power_supply"))) {
            File directory = tree.sys("class/power_supply/".concat(supply));
            if (tree.text(new File(directory, "type")).equals("Battery")) {
                batteries.add(directory);
            }
        }
    }

    private void findSensors(File device) {
        String chip = tree.text(new File(device, "name"));
        boolean acpi = chip.equals("power_meter") || chip.equals("acpi_power_meter");
        for (String name : SystemTree.names(device)) {
            boolean power = name.startsWith("power") && (name.endsWith("_average") || name.endsWith("_input"));
            boolean twin = name.endsWith("_input") && new File(device, name.replace("_input", "_average")).exists();
            String number = number(name);
            if (power && !twin) {
                String series = acpi
                        ? "power.acpi-"
                        : "power.hwmon-".concat(Reading.word(chip)).concat("-");
                sensors.add(new Sensor(series.concat(number), new File(device, name), 1e-6, "W"));
            }
            boolean processor = chip.equals("coretemp") || chip.equals("k10temp") || chip.equals("cpu_thermal");
            if (processor && name.equals("temp1_input")) {
                String series =
                        "temperature.".concat(Reading.word(chip)).concat("-").concat(number(device.getName()));
                sensors.add(new Sensor(series, new File(device, name), 1e-3, "°C"));
            }
        }
    }

    private static String number(String name) {
        StringBuilder digits = new StringBuilder(4);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
                digits.append(name.charAt(i));
            }
        }
        return digits.toString();
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        for (int i = 0; i < sensors.size(); i++) {
            Sensor sensor = sensors.get(i);
            OptionalLong value = tree.number(sensor.file);
            if (value.isPresent()) {
                readings.add(
                        new Reading(sensor.series, now.epochMillis(), value.getAsLong() * sensor.scale, sensor.unit));
            }
        }
        for (int i = 0; i < batteries.size(); i++) {
            addBattery(now, batteries.get(i), readings);
        }
    }

    /** A battery tells the machine's power only while it discharges. */
    private void addBattery(Moment now, File battery, List<Reading> readings) {
        if (!tree.text(new File(battery, "status")).equals("Discharging")) {
            return;
        }
        OptionalLong power = tree.number(new File(battery, "power_now"));
        OptionalLong current = tree.number(new File(battery, "current_now"));
        OptionalLong voltage = tree.number(new File(battery, "voltage_now"));
        String series = "power.battery-".concat(Reading.word(battery.getName()));
        if (power.isPresent()) {
            readings.add(new Reading(series, now.epochMillis(), Math.abs(power.getAsLong()) * 1e-6, "W"));
        } else if (current.isPresent() && voltage.isPresent()) {
            double watts = Math.abs(current.getAsLong() * 1e-6 * (voltage.getAsLong() * 1e-6));
            readings.add(new Reading(series, now.epochMillis(), watts, "W"));
        }
    }
}
