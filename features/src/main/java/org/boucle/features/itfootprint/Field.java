package org.boucle.features.itfootprint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An attribute of equipment or of its use, by the name it has in requests and answers. */
public enum Field {
    UNITS("units", Kind.INTEGER, ""),
    CORE_UNITS("core_units", Kind.INTEGER, ""),
    DIE_SIZE("die_size", Kind.NUMBER, "mm2"),
    DIE_SIZE_PER_CORE("die_size_per_core", Kind.NUMBER, "mm2"),
    MANUFACTURER("manufacturer", Kind.TEXT, ""),
    MODEL_RANGE("model_range", Kind.TEXT, ""),
    FAMILY("family", Kind.TEXT, ""),
    NAME("name", Kind.TEXT, ""),
    TDP("tdp", Kind.INTEGER, "W"),
    THREADS("threads", Kind.INTEGER, ""),
    CAPACITY("capacity", Kind.INTEGER, "GB"),
    DENSITY("density", Kind.NUMBER, "GB/cm2"),
    PROCESS("process", Kind.NUMBER, "nm"),
    MODEL("model", Kind.TEXT, ""),
    TYPE("type", Kind.TEXT, ""),
    LAYERS("layers", Kind.INTEGER, ""),
    WEIGHT("weight", Kind.NUMBER, "kg"),
    HEATSINK_WEIGHT("heatsink_weight", Kind.NUMBER, "kg"),
    CASING_WEIGHT("casing_weight", Kind.NUMBER, "kg"),
    PWB_SURFACE("pwb_surface", Kind.NUMBER, "cm2"),
    PWB_WEIGHT("pwb_weight", Kind.NUMBER, "kg"),
    GPU_SURFACE("gpu_surface", Kind.NUMBER, "mm2"),
    VRAM("vram", Kind.INTEGER, "gb"),
    VRAM_DIES("vram_dies", Kind.INTEGER, ""),
    VRAM_SURFACE("vram_surface", Kind.NUMBER, "mm2"),
    TRANSPORT_BOAT("transport_boat", Kind.NUMBER, "km"),
    TRANSPORT_TRUCK("transport_truck", Kind.NUMBER, "km"),
    TRANSPORT_PLANE("transport_plane", Kind.NUMBER, "km"),
    UNIT_WEIGHT("unit_weight", Kind.NUMBER, "kg"),
    CASE_TYPE("case_type", Kind.TEXT, ""),
    HSL_LEVEL("hsl_level", Kind.TEXT, "none"),
    AVG_POWER("avg_power", Kind.NUMBER, "W"),
    TIME_WORKLOAD("time_workload", Kind.WORKLOAD, "%"),
    USAGE_LOCATION("usage_location", Kind.TEXT, "CodSP3 - NCS Country Codes - NATO"),
    USE_TIME_RATIO("use_time_ratio", Kind.NUMBER, "/1"),
    HOURS_LIFE_TIME("hours_life_time", Kind.NUMBER, "hours"),
    OTHER_CONSUMPTION_RATIO("other_consumption_ratio", Kind.NUMBER, "ratio /1"),
    INSTANCE_PER_SERVER("instance_per_server", Kind.INTEGER, ""),
    REGION("region", Kind.TEXT, ""),
    VCPU("vcpu", Kind.NUMBER, ""),
    MEMORY("memory", Kind.NUMBER, "GB"),
    SSD_STORAGE("ssd_storage", Kind.NUMBER, "GB"),
    HDD_STORAGE("hdd_storage", Kind.NUMBER, "GB");

    /** What values a field takes. */
    public enum Kind {
        INTEGER,
        NUMBER,
        TEXT,
        WORKLOAD
    }

    private static final Map<String, Field> BY_KEY = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_KEY.put(field.key, field);
        }
    }

    private final String key;
    private final Kind kind;
    private final String unit;

    Field(String key, Kind kind, String unit) {
        this.key = key;
        this.kind = kind;
        this.unit = unit;
    }

    public static Optional<Field> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** The unit as answers print it, empty where there is none. */
    public String unit() {
        return unit;
    }
}
