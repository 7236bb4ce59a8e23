package org.boucle.core.impact;

import org.boucle.core.text.Language;
import org.boucle.core.units.Unit;

/** Carbon that ISO 14067 and the GHG Protocol want reported beside the total and never inside it. */
public enum CarbonApart implements ImpactCategory {
    /** Biogenic CO2 released, kg CO2. */
    BIOGENIC_RELEASE("carbon.biogenic", "CO2 biogénique émis", "Biogenic CO2 released"),
    /** Biogenic CO2 taken up, kg CO2, negative. */
    BIOGENIC_UPTAKE("carbon.uptake", "CO2 biogénique capté", "Biogenic CO2 taken up"),
    /** Emissions that an offer avoids elsewhere, kg CO2e, negative; never netted. */
    AVOIDED("carbon.avoided", "Émissions évitées", "Avoided emissions");

    private final String code;
    private final String fr;
    private final String en;

    CarbonApart(String code, String fr, String en) {
        this.code = code;
        this.fr = fr;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Unit unit() {
        return IndicatorCategory.GHG.unit();
    }

    @Override
    public String label(Language language) {
        return language == Language.FR ? fr : en;
    }
}
