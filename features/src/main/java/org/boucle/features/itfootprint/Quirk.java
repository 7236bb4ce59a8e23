package org.boucle.features.itfootprint;

/**
 * A defect of BoaviztAPI 2.4.1 that changes figures, kept or mended by the {@link Rules} in force. Defects that made the
 * peer crash are never kept and have no entry here.
 */
public enum Quirk {
    /** The server's model.archetype is ignored. */
    MODEL_ARCHETYPE_IGNORED("Q3"),
    /** Values of a wide interval are rounded to one digit. */
    COARSE_ROUNDING("Q4"),
    /** Factors filed under a misspelt key are never found. */
    MISSPELT_KEYS("Q6"),
    /** At the default place a bound of zero makes the use stage unavailable. */
    ZERO_BOUND_HIDES("Q7"),
    /** The box of the curve fit caps Xeon Gold above 209 W and Xeon Silver above 122 W. */
    FIT_BOX("Q8"),
    /** The first evaluation of the power may use another curve than the next ones. */
    FIRST_CURVE_DIFFERS("Q9"),
    /** A value may lie outside its bounds. */
    VALUE_OUTSIDE_BOUNDS("Q9"),
    /** The specification found by name replaces what the user gave. */
    NAME_OVERRIDES_INPUT("§9.2"),
    /** The units of a case count twice. */
    CASE_UNITS_TWICE("Q11"),
    /** The name of a GPU has no effect. */
    GPU_NAME_IGNORED("Q13"),
    /** With a measured server power, the parts keep the default place. */
    PLACE_NOT_SHARED("Q14"),
    /** The GPUs of an instance are shared by virtual processors, their power is left out. */
    CLOUD_GPU_IGNORED("Q16"),
    /** A measured instance power drops place, ratio and life; own electricity factors and instances per server are ignored. */
    CLOUD_USAGE_DROPPED("Q17"),
    /** Terminals have no minerals nor primary energy. */
    TERMINAL_GAPS("Q18"),
    /** In the power profile, the family replaces the model range. */
    FAMILY_AS_RANGE("Q19"),
    /** An unknown instance is silently replaced by the closest name. */
    CLOSEST_INSTANCE("Q21"),
    /** Final energy counts 1 per kWh under the unit MJ. */
    FINAL_ENERGY_IN_KWH("Q22"),
    /** Acidification of Czech electricity a thousand times too high, and with it Europe and the world. */
    ACIDIFICATION_OUTLIER("Q23"),
    /** Primary energy of electricity by a formula that diverges. */
    PRIMARY_ENERGY_OUTLIER("Q24"),
    /** Criteria that are zero for every country count as zero. */
    EMPTY_CRITERIA_AS_ZERO("Q25"),
    /** Archetypes with squared memory, GPU memory of all cards on each, loads above 100 %. */
    ARCHETYPE_ERRORS("Q27, Q31");

    private final String reference;

    Quirk(String reference) {
        this.reference = reference;
    }

    /** Its number in the list of defects of docs/methods/it-footprint.md. */
    public String reference() {
        return reference;
    }
}
