package org.boucle.features.itfootprint;

/** A caution that goes with a figure; the wording is that of BoaviztAPI 2.4.1, which clients show. */
public enum Notice {
    END_OF_LIFE_EXCLUDED("End of life is not included in the calculation"),
    GENERIC_DATA("Generic data used for impact calculation."),
    SERVICES_EXCLUDED("Connected object, not including associated digital services (use of network, datacenter, virtual"
            + " machines or other terminals not included)"),
    DISTRIBUTION_EXCLUDED("Do not include the impact of distribution"),
    WIDE_INTERVAL("Uncertainty from technical characteristics is very important. Results should be interpreted with"
            + " caution (see min and max values)"),
    MINERALS_AS_ADPE("Abiotic depletion is given as its mineral part (adpe), the only one known for this device"),
    ENERGY_AS_ADPF("Primary energy is given as its non-renewable part (adpf), the only one known for this device"),
    NO_MATCHING_DENSITY("No density is known for this maker and process; the average of the maker or of all is used");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
