package org.boucle.features.itfootprint;

import static org.boucle.features.itfootprint.Field.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of component, with the attributes that a user may give. */
public enum ComponentKind {
    CPU("cpu", "DEFAULT", UNITS, CORE_UNITS, DIE_SIZE, DIE_SIZE_PER_CORE, MANUFACTURER, MODEL_RANGE, FAMILY, NAME, TDP),
    GPU(
            "gpu",
            "DEFAULT",
            UNITS,
            NAME,
            MANUFACTURER,
            WEIGHT,
            HEATSINK_WEIGHT,
            PWB_SURFACE,
            PWB_WEIGHT,
            CASING_WEIGHT,
            GPU_SURFACE,
            VRAM,
            VRAM_DIES,
            VRAM_SURFACE,
            TRANSPORT_BOAT,
            TRANSPORT_TRUCK,
            TRANSPORT_PLANE),
    RAM("ram", "DEFAULT", UNITS, CAPACITY, DENSITY, PROCESS, MANUFACTURER, MODEL),
    SSD("ssd", "DEFAULT", UNITS, TYPE, CAPACITY, DENSITY, MANUFACTURER, MODEL, LAYERS),
    HDD("hdd", "DEFAULT", UNITS, TYPE, CAPACITY, DENSITY, MANUFACTURER, MODEL, LAYERS),
    MOTHERBOARD("motherboard", "DEFAULT", UNITS),
    POWER_SUPPLY("power_supply", "DEFAULT", UNITS, UNIT_WEIGHT),
    CASE("case", "rack", UNITS, CASE_TYPE),
    ASSEMBLY("assembly", "DEFAULT", UNITS);

    private final String key;
    private final String usualArchetype;
    private final List<Field> fields;

    ComponentKind(String key, String usualArchetype, Field... fields) {
        this.key = key;
        this.usualArchetype = usualArchetype;
        this.fields = List.of(fields);
    }

    /** Finds a kind by its key, for instance {@code power_supply}. */
    public static Optional<ComponentKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    public String usualArchetype() {
        return usualArchetype;
    }

    /** What a user may give, in the order of the peer's schema. */
    public List<Field> fields() {
        return fields;
    }
}
