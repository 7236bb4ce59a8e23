package org.boucle.features.itfootprint;

import java.util.List;

/**
 * A connected object.
 *
 * @param blocks functional blocks with their hardware level; none for those of the archetype
 */
public record IotSpec(String archetype, List<Block> blocks, UsageSpec usage) {
    public static final String USUAL = "iot-device-default";

    /**
     * A functional block.
     *
     * @param type one of {@link #TYPES}, in any case
     * @param level {@code HSL-0} to {@code HSL-3}
     */
    public record Block(String type, String level) {}

    /** The functional blocks that have factors. */
    public static final List<String> TYPES = List.of(
            "ACTUATORS",
            "CASING",
            "CONNECTIVITY",
            "MEMORY",
            "OTHERS",
            "PCB",
            "POWER_SUPPLY",
            "PROCESSING",
            "SECURITY",
            "SENSING",
            "USER_INTERFACE");

    public IotSpec {
        blocks = List.copyOf(blocks);
    }
}
