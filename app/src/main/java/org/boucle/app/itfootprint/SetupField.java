package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.itfootprint.SupplyEfficiency;

/**
 * A field of a configurator.
 *
 * @param name as in the address; its label is the message {@code itfootprint.field.<name>}
 * @param usual what it holds at first
 * @param options choices; none for a free field
 * @param suggestions address that suggests texts while one types, empty where there is none
 */
public record SetupField(String name, String usual, List<String> options, String suggestions) {
    /** Places offered; any other trigram can be written in the address. */
    static final List<String> PLACES = List.of(
            "EEE", "WOR", "FRA", "DEU", "BEL", "CHE", "ESP", "GBR", "IRL", "ITA", "LUX", "NLD", "NOR", "POL", "PRT",
            "SWE", "CZE", "USA", "CAN", "CHN", "IND", "JPN");

    private static final List<String> SERVERS = List.of(
            "platform_compute_low",
            "platform_compute_medium",
            "platform_compute_high",
            "platform_ssdstorage_medium",
            "platform_hddstorage_medium",
            "platfom_gpucompute_medium");

    private static SetupField free(String name) {
        return new SetupField(name, "", List.of(), "");
    }

    private static SetupField choice(String name, String usual, List<String> options) {
        return new SetupField(name, usual, options, "");
    }

    /** The labels of power supplies, and none. */
    private static List<String> levels() {
        List<String> levels = new ArrayList<>(List.of(""));
        levels.addAll(SupplyEfficiency.shipped().levels());
        return levels;
    }

    /** Whether it holds a number: a free field but for names. */
    boolean isNumber() {
        return options.isEmpty() && suggestions.isEmpty() && !name.endsWith("_name");
    }

    static List<SetupField> of(String kind) {
        List<SetupField> fields = new ArrayList<>();
        switch (kind) {
            case "server" -> {
                fields.add(choice("archetype", SERVERS.get(1), SERVERS));
                fields.add(free("cpu_units"));
                fields.add(new SetupField("cpu_name", "", List.of(), "/it/cpu-names"));
                for (String name :
                        List.of("ram_units", "ram_capacity", "ssd_units", "ssd_capacity", "hdd_units", "gpu_units")) {
                    fields.add(free(name));
                }
                fields.add(new SetupField("gpu_name", "", List.of(), ""));
                fields.add(free("avg_power"));
            }
            case "cloud" -> {
                fields.add(choice("provider", "aws", List.of("aws", "azure", "gcp", "ovhcloud", "scaleway")));
                fields.add(new SetupField("instance_type", "m5.xlarge", List.of(), "/it/instances"));
            }
            default -> {
                fields.add(choice(
                        "device",
                        "laptop-pro",
                        List.of(
                                "laptop-pro",
                                "laptop-perso",
                                "desktop-pro",
                                "desktop-perso",
                                "smartphone-default",
                                "tablet-default",
                                "monitor-default",
                                "tv-pro",
                                "tv-perso",
                                "box-default",
                                "usb-stick-default",
                                "external-ssd-default",
                                "hdd-default",
                                "vr-headset-lcd",
                                "vr-headset-oled",
                                "vr-controller-default",
                                "screen-19",
                                "screen-22",
                                "screen-24",
                                "screen-27",
                                "screen-32",
                                "screen-34",
                                "screen-43",
                                "screen-65",
                                "thin-client",
                                "printer-a4",
                                "printer-a3",
                                "ups-1500",
                                "ups-10000")));
                fields.add(free("hours_per_day"));
                fields.add(free("avg_power"));
            }
        }
        fields.add(choice("location", "FRA", PLACES));
        if (!kind.equals("terminal")) {
            fields.add(free("load"));
            fields.add(free("pue"));
            fields.add(free("wue"));
        }
        if (kind.equals("server")) {
            fields.add(free("redundancy"));
            fields.add(choice("psu_level", "", levels()));
            fields.add(free("psu_watts"));
            fields.add(free("disk_busy"));
        }
        if (kind.equals("cloud")) {
            fields.add(free("overcommit"));
        } else {
            fields.add(free("refurbished"));
            fields.add(free("reused"));
            fields.add(free("recovered"));
        }
        fields.add(free("years"));
        return fields;
    }
}
