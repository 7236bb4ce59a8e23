package org.boucle.core.impact;

import org.boucle.core.text.Language;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/**
 * The sixteen categories of the EU Environmental Footprint 3.1. Equivalents that share a unit of measure keep their own
 * reference substance in the unit's name.
 */
public enum EfCategory implements ImpactCategory {
    CLIMATE("climate", Units.KILOGRAM_CO2E, "Changement climatique", "Climate change"),
    OZONE("ozone", mass("kg CFC-11 eq", "CFC-11"), "Appauvrissement de l'ozone", "Ozone depletion"),
    CANCER("cancer", apart("CTUh"), "Toxicité humaine, cancer", "Human toxicity, cancer"),
    NON_CANCER("noncancer", apart("CTUh"), "Toxicité humaine, hors cancer", "Human toxicity, non-cancer"),
    PARTICLES("particles", apart("disease incidence"), "Particules fines", "Particulate matter"),
    RADIATION("radiation", apart("kBq U235 eq"), "Rayonnements ionisants", "Ionising radiation"),
    SMOG("smog", mass("kg NMVOC eq", "NMVOC"), "Formation d'ozone photochimique", "Photochemical ozone formation"),
    ACIDIFICATION("acidification", apart("mol H+ eq"), "Acidification", "Acidification"),
    EUTROPHICATION_LAND(
            "eutrophication.land", apart("mol N eq"), "Eutrophisation terrestre", "Eutrophication, terrestrial"),
    EUTROPHICATION_FRESH(
            "eutrophication.fresh", mass("kg P eq", "P"), "Eutrophisation, eau douce", "Eutrophication, freshwater"),
    EUTROPHICATION_SEA("eutrophication.sea", mass("kg N eq", "N"), "Eutrophisation marine", "Eutrophication, marine"),
    ECOTOXICITY("ecotoxicity", apart("CTUe"), "Écotoxicité, eau douce", "Ecotoxicity, freshwater"),
    LAND_USE("landuse", apart("Pt"), "Utilisation des sols", "Land use"),
    WATER_USE(
            "wateruse", Unit.of("m³ world eq", Dimension.VOLUME.marked("AWARE"), 1), "Utilisation d'eau", "Water use"),
    FOSSILS("fossils", Units.MEGAJOULE, "Ressources fossiles", "Resource use, fossils"),
    MINERALS("minerals", Units.KILOGRAM_SB_E, "Ressources minérales et métaux", "Resource use, minerals and metals");

    private final String code;
    private final Unit unit;
    private final String fr;
    private final String en;

    EfCategory(String code, Unit unit, String fr, String en) {
        this.code = "ef." + code;
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

    private static Unit mass(String symbol, String reference) {
        return Unit.of(symbol, Dimension.MASS.marked(reference), 1);
    }

    private static Unit apart(String symbol) {
        return Unit.of(symbol, Dimension.ONE.marked(symbol), 1);
    }
}
