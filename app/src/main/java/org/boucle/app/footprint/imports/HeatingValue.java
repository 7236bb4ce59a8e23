package org.boucle.app.footprint.imports;

import java.util.Locale;

/**
 * By which heating value an energy is counted: net ({@code PCI}) leaves out the heat of the water vapour, gross ({@code PCS})
 * does not. A kWh of natural gas is 0.9 kWh net for each gross one, so the two must never be mixed.
 */
enum HeatingValue {
    NET(".net", " (PCI)", " (net calorific value)"),
    GROSS(".gross", " (PCS)", " (gross calorific value)"),
    UNSAID("", "", "");

    private final String suffix;
    private final String fr;
    private final String en;

    HeatingValue(String suffix, String fr, String en) {
        this.suffix = suffix;
        this.fr = fr;
        this.en = en;
    }

    /** Of a unit such as {@code kgCO2e/kWh PCS}. */
    static HeatingValue of(String unit) {
        String text = unit.strip().toUpperCase(Locale.ROOT);
        return text.endsWith("PCI") ? NET : text.endsWith("PCS") ? GROSS : UNSAID;
    }

    /** What it adds to the code of a flow. */
    String suffix() {
        return suffix;
    }

    String fr() {
        return fr;
    }

    String en() {
        return en;
    }
}
