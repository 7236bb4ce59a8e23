package org.boucle.core.impact;

import org.boucle.core.text.Language;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/**
 * The ten categories of environmental indicators for steering industry of the French brochure "Jumeau numérique, levier
 * de réduction d'impact" (2024), section 2.1, with its units.
 */
public enum IndicatorCategory implements ImpactCategory {
    GHG("ghg", Units.KILOGRAM_CO2E, "Émissions GES", "GHG emissions"),
    WATER("water", Units.CUBIC_METRE, "Eau", "Water"),
    MATERIAL("material", Units.KILOGRAM, "Matière", "Material"),
    TRANSPORT("transport", Units.KILOMETRE, "Transport", "Transport"),
    ENERGY("energy", Units.KILOWATT_HOUR, "Énergie", "Energy"),
    /** More is better. */
    LIFETIME("lifetime", Units.MONTH, "Durée de vie", "Lifetime"),
    SCRAP("scrap", Units.KILOGRAM, "Rebut", "Scrap"),
    POLLUTION("pollution", Units.KILOGRAM, "Pollution", "Pollution"),
    /** Mass recycled or recyclable; more is better. The brochure also allows per cent of the product's mass. */
    RECYCLING("recycling", Units.KILOGRAM, "Recyclage", "Recycling"),
    LAND("land", Units.SQUARE_METRE, "Artificialisation des sols", "Land take");

    private final String code;
    private final Unit unit;
    private final String fr;
    private final String en;

    IndicatorCategory(String code, Unit unit, String fr, String en) {
        this.code = code;
        this.unit = unit;
        this.fr = fr;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public String label(Language language) {
        return language == Language.FR ? fr : en;
    }

    /** Whether a larger figure is an improvement: a longer life, more recycling. */
    public boolean moreIsBetter() {
        return this == LIFETIME || this == RECYCLING;
    }
}
