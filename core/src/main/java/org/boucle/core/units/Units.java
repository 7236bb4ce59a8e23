package org.boucle.core.units;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.text.Language;

/** The units that Boucle knows, with the writings by which people name them in French and English. */
public final class Units {
    static final String EXAMPLES = "kWh, MWh, GJ, GJp, kg, t, m3, t·km, km, EUR or kg CO2e/kWh";

    private static final Map<String, Unit> BY_WRITING = new HashMap<>();
    private static final Map<String, Unit> BY_SYMBOL = new LinkedHashMap<>();

    public static final Unit ONE = add("1", Dimension.ONE, 1, "", "unitless", "sans unité");
    public static final Unit PERCENT = add("%", Dimension.ONE, 0.01, "percent", "pourcent");

    public static final Unit GRAM = add("g", Dimension.MASS, 1e-3, "gram", "gramme");
    public static final Unit KILOGRAM = add("kg", Dimension.MASS, 1, "kilogram", "kilogramme");
    public static final Unit TONNE = add("t", Dimension.MASS, 1e3, "tonne", "tonnes", "ton", "tons");
    public static final Unit KILOTONNE = add("kt", Dimension.MASS, 1e6);
    public static final Unit MILLIGRAM = add("mg", Dimension.MASS, 1e-6);

    public static final Unit METRE = add("m", Dimension.LENGTH, 1, "metre", "mètre", "meter");
    public static final Unit MILLIMETRE = add("mm", Dimension.LENGTH, 1e-3);
    public static final Unit CENTIMETRE = add("cm", Dimension.LENGTH, 1e-2);
    public static final Unit KILOMETRE = add("km", Dimension.LENGTH, 1e3, "kilometre", "kilomètre");
    public static final Unit SQUARE_METRE = add("m²", Dimension.AREA, 1, "m2", "m^2");
    public static final Unit HECTARE = add("ha", Dimension.AREA, 1e4, "hectare");
    public static final Unit SQUARE_METRE_YEAR =
            add("m²·a", Dimension.AREA.times(Dimension.TIME), 31_556_952, "m2a", "m²a", "m2·a", "m2*a", "m2.a");
    public static final Unit CUBIC_METRE = add("m³", Dimension.VOLUME, 1, "m3", "m^3");
    public static final Unit LITRE = add("L", Dimension.VOLUME, 1e-3, "l", "litre", "litres", "liter");

    public static final Unit SECOND = add("s", Dimension.TIME, 1, "sec", "second", "seconde");
    public static final Unit MINUTE = add("min", Dimension.TIME, 60, "minute");
    public static final Unit HOUR = add("h", Dimension.TIME, 3_600, "hour", "heure", "hr");
    public static final Unit DAY = add("d", Dimension.TIME, 86_400, "day", "jour", "j");
    public static final Unit MONTH = add("month", Dimension.TIME, 2_629_746, "mois", "months");
    public static final Unit YEAR = add("a", Dimension.TIME, 31_556_952, "year", "an", "année", "years", "yr");

    public static final Unit JOULE = add("J", Dimension.ENERGY, 1);
    public static final Unit KILOJOULE = add("kJ", Dimension.ENERGY, 1e3);
    public static final Unit MEGAJOULE = add("MJ", Dimension.ENERGY, 1e6);
    public static final Unit GIGAJOULE = add("GJ", Dimension.ENERGY, 1e9);
    public static final Unit TERAJOULE = add("TJ", Dimension.ENERGY, 1e12);
    public static final Unit WATT_HOUR = add("Wh", Dimension.ENERGY, 3_600);
    public static final Unit KILOWATT_HOUR = add("kWh", Dimension.ENERGY, 3.6e6);
    public static final Unit MEGAWATT_HOUR = add("MWh", Dimension.ENERGY, 3.6e9);
    public static final Unit GIGAWATT_HOUR = add("GWh", Dimension.ENERGY, 3.6e12);
    public static final Unit TONNE_OIL = add("toe", Dimension.ENERGY, 41.868e9, "tep");
    public static final Unit MEGAJOULE_PRIMARY = add("MJp", Dimension.PRIMARY_ENERGY, 1e6);
    public static final Unit GIGAJOULE_PRIMARY = add("GJp", Dimension.PRIMARY_ENERGY, 1e9);
    public static final Unit KILOWATT_HOUR_PRIMARY = add("kWhp", Dimension.PRIMARY_ENERGY, 3.6e6, "kWhEP");
    public static final Unit MEGAWATT_HOUR_PRIMARY = add("MWhp", Dimension.PRIMARY_ENERGY, 3.6e9, "MWhEP");

    public static final Unit WATT = add("W", Dimension.POWER, 1, "watt");
    public static final Unit KILOWATT = add("kW", Dimension.POWER, 1e3);
    public static final Unit MEGAWATT = add("MW", Dimension.POWER, 1e6);
    public static final Unit VOLT_AMPERE = add("VA", Dimension.POWER.marked("apparent"), 1);
    public static final Unit KILOVOLT_AMPERE = add("kVA", Dimension.POWER.marked("apparent"), 1e3);
    public static final Unit KILOVAR = add("kvar", Dimension.POWER.marked("reactive"), 1e3, "kVAr");
    public static final Unit KILOVAR_HOUR = add("kvarh", Dimension.ENERGY.marked("reactive"), 3.6e6, "kVArh", "kVARh");

    public static final Unit KELVIN = add("K", Dimension.TEMPERATURE, 1, "kelvin");
    public static final Unit CELSIUS =
            add(new Unit("°C", Dimension.TEMPERATURE, 1, 273.15), "degC", "celsius", "ºC", "deg C");
    public static final Unit DEGREE_DAY = add("K·d", Dimension.TEMPERATURE.times(Dimension.TIME), 86_400, "DJU", "HDD");
    public static final Unit PASCAL = add("Pa", Dimension.ENERGY.dividedBy(Dimension.VOLUME), 1);
    public static final Unit BAR = add("bar", Dimension.ENERGY.dividedBy(Dimension.VOLUME), 1e5);
    public static final Unit AMPERE = add("A", Dimension.CURRENT, 1);
    public static final Unit VOLT = add("V", Dimension.POWER.dividedBy(Dimension.CURRENT), 1);
    public static final Unit HERTZ = add("Hz", Dimension.ONE.dividedBy(Dimension.TIME), 1);

    public static final Unit TONNE_KILOMETRE =
            add("t·km", Dimension.TRANSPORT, 1e6, "tkm", "t.km", "t*km", "tonne-km", "tonne-kilometre", "tonne.km");
    public static final Unit PERSON_KILOMETRE = add(
            "p·km",
            Dimension.PERSON.times(Dimension.LENGTH),
            1e3,
            "pkm",
            "p.km",
            "passenger.km",
            "passager.km",
            "personne.km");
    public static final Unit ITEM =
            add("item", Dimension.ITEM, 1, "pcs", "piece", "pièce", "pièces", "unité", "unit", "p");
    public static final Unit PERSON = add("person", Dimension.PERSON, 1, "personne");

    public static final Unit BYTE = add("B", Dimension.DATA, 1, "byte", "octet");
    public static final Unit MEGABYTE = add("MB", Dimension.DATA, 1e6, "Mo");
    public static final Unit GIGABYTE = add("GB", Dimension.DATA, 1e9, "Go");
    public static final Unit TERABYTE = add("TB", Dimension.DATA, 1e12, "To");

    public static final Unit EURO = add("EUR", Dimension.base("EUR"), 1, "€", "euro", "euros");
    public static final Unit EURO_CENT = add("c€", Dimension.base("EUR"), 0.01, "ct", "cent", "centime");
    public static final Unit DOLLAR = add("USD", Dimension.base("USD"), 1, "$", "US$");
    public static final Unit POUND_STERLING = add("GBP", Dimension.base("GBP"), 1, "£");

    public static final Unit KILOGRAM_CO2E = co2e("kg", 1);
    public static final Unit GRAM_CO2E = co2e("g", 1e-3);
    public static final Unit TONNE_CO2E = co2e("t", 1e3);
    public static final Unit KILOGRAM_SB_E =
            add("kg Sb eq", Dimension.MASS.marked("Sb"), 1, "kgSbeq", "kg éq Sb", "kg eq Sb", "kg eq. Sb");

    /** Symbols that French writes otherwise. */
    private static final Map<String, String> FRENCH = Map.of(
            "month",
            "mois",
            "a",
            "an",
            "d",
            "j",
            "item",
            "pièce",
            "person",
            "personne",
            "kg CO2e",
            "kg éq. CO₂",
            "g CO2e",
            "g éq. CO₂",
            "t CO2e",
            "t éq. CO₂",
            "kg Sb eq",
            "kg éq. Sb");

    private Units() {}

    /** The symbol as people of a language write it, each part of a compound unit by itself. */
    static String symbol(String symbol, Language language) {
        StringBuilder text = new StringBuilder();
        for (String part : symbol.split("(?=[/·()])|(?<=[/·()])")) {
            text.append(language == Language.FR ? FRENCH.getOrDefault(part, part) : part.replace("CO2", "CO₂"));
        }
        return text.toString();
    }

    private static Unit add(String symbol, Dimension dimension, double scale, String... writings) {
        return add(Unit.of(symbol, dimension, scale), writings);
    }

    private static Unit add(Unit unit, String... writings) {
        BY_SYMBOL.put(unit.symbol(), unit);
        BY_WRITING.put(unit.symbol(), unit);
        for (String writing : writings) {
            BY_WRITING.put(writing, unit);
            BY_WRITING.putIfAbsent(folded(writing), unit);
        }
        BY_WRITING.putIfAbsent(folded(unit.symbol()), unit);
        return unit;
    }

    private static Unit co2e(String mass, double scale) {
        Unit unit = add(mass + " CO2e", Dimension.GHG, scale);
        for (String gas : List.of(
                "CO2e", "CO₂e", "CO2eq", "CO2 eq", "CO2-eq", "CO2 éq", "CO₂ eq", "éq. CO2", "éq. CO₂", "eq. CO2",
                "eq CO2", "éq CO2", "eq. CO₂", "éqCO2", "eqCO2")) {
            BY_WRITING.put(mass + " " + gas, unit);
            BY_WRITING.put(mass + gas, unit);
        }
        return unit;
    }

    /** All known simple units, each once, in the order of their families. */
    public static Collection<Unit> all() {
        return List.copyOf(BY_SYMBOL.values());
    }

    /**
     * Finds the unit that a text names: a known symbol, one of its French or English writings, or units joined by
     * {@code ·}, {@code *} and one {@code /}, such as {@code kg CO2e/kWh}. Case counts where it tells units apart.
     */
    public static Optional<Unit> find(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        String stripped = text.strip().replaceAll("\\s+", " ");
        Optional<Unit> simple = findSimple(stripped);
        if (simple.isPresent()) {
            return simple;
        }
        int slash = stripped.lastIndexOf('/');
        if (slash > 0) {
            String below = stripped.substring(slash + 1).strip().replaceAll("^\\((.*)\\)$", "$1");
            return find(stripped.substring(0, slash)).flatMap(a -> find(below).map(a::per));
        }
        String[] parts = stripped.split("[·*]", 2);
        return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
                ? find(parts[0]).flatMap(a -> find(parts[1]).map(a::times))
                : Optional.empty();
    }

    private static Optional<Unit> findSimple(String text) {
        Unit exact = BY_WRITING.get(text);
        return exact != null ? Optional.of(exact) : Optional.ofNullable(BY_WRITING.get(folded(text)));
    }

    /** Without case and accents, for writings that no other unit shares. */
    private static String folded(String text) {
        return "~"
                + Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
    }
}
