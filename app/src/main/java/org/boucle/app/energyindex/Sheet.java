package org.boucle.app.energyindex;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.core.text.Language;

/**
 * The sheets of an agreement, the same in a workbook, in a folder of CSV files and in YAML. Names of sheets and columns
 * are read in French and English, whatever the case and accents.
 */
enum Sheet {
    AGREEMENT("Agreement", "Accord", true, Column.ID, Column.NAME, Column.FEDERATION, Column.SCHEME, Column.UNIT),
    SITES(
            "Sites",
            "Sites",
            true,
            Column.SITE,
            Column.NAME,
            Column.COMPANY,
            Column.NACE,
            Column.REFERENCE_YEAR,
            Column.TARGET_YEAR,
            Column.TARGET,
            Column.CO2_TARGET,
            Column.PATH,
            Column.U_ENERGY),
    POSTS(
            "Posts",
            "Postes",
            true,
            Column.SITE,
            Column.POST,
            Column.KIND,
            Column.GROUP,
            Column.LABEL,
            Column.UNIT,
            Column.E0,
            Column.U_E0,
            Column.E0_YEAR,
            Column.CO2_0,
            Column.FIRST_YEAR,
            Column.LAST_YEAR,
            Column.EVIDENCE),
    QUANTITIES("Quantities", "Quantités", true, Column.SITE, Column.POST, Column.UNIT, Column.YEARS),
    METERED("Sub-meters", "Sous-compteurs", false, Column.SITE, Column.POST, Column.UNIT, Column.YEARS),
    ENERGY("Energy", "Énergie", false, Column.SITE, Column.VECTOR, Column.UNIT, Column.YEARS),
    EVENTS(
            "Events",
            "Évènements",
            false,
            Column.SITE,
            Column.YEAR,
            Column.EVENT,
            Column.POST,
            Column.REPLACES,
            Column.TREATMENT,
            Column.REASON),
    RECALIBRATIONS(
            "Recalibrations", "Recalibrages", false, Column.SITE, Column.YEAR, Column.POST, Column.E0, Column.EVIDENCE);

    private final String english;
    private final String french;
    private final boolean required;
    private final List<Column> columns;

    Sheet(String english, String french, boolean required, Column... columns) {
        this.english = english;
        this.french = french;
        this.required = required;
        this.columns = List.of(columns);
    }

    String title(Language language) {
        return switch (language) {
            case FR -> french;
            case EN -> english;
        };
    }

    boolean required() {
        return required;
    }

    List<Column> columns() {
        return columns;
    }

    /** Whether the columns after the named ones are years. */
    boolean hasYears() {
        return columns.contains(Column.YEARS);
    }

    static Optional<Sheet> find(String name) {
        String key = key(name);
        return Arrays.stream(values())
                .filter(s -> key(s.english).equals(key) || key(s.french).equals(key))
                .findFirst();
    }

    /** Letters and digits only, lower case, without accents. */
    static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The columns; a cell that is needed and empty is an issue. */
    enum Column {
        ID("id", "id", true),
        NAME("name", "nom", false),
        FEDERATION("federation", "fédération", false),
        SCHEME("scheme", "barème", true),
        UNIT("unit", "unité", true),
        SITE("site", "site", true),
        COMPANY("company", "entreprise", false),
        NACE("nace", "nace", false),
        REFERENCE_YEAR("reference year", "année de référence", true),
        TARGET_YEAR("target year", "année objectif", false),
        TARGET("target iee", "objectif iee", false),
        CO2_TARGET("target iges", "objectif iges", false),
        PATH("path", "trajectoire", false),
        U_ENERGY("u(e) %", "u(e) %", false),
        POST("post", "poste", true),
        KIND("kind", "genre", true),
        GROUP("product or group", "produit ou groupe", true),
        LABEL("label", "libellé", false),
        E0("e0", "e0", false),
        U_E0("u(e0)", "u(e0)", false),
        E0_YEAR("e0 year", "année e0", false),
        CO2_0("kg co2 per unit", "kg co2 par unité", false),
        FIRST_YEAR("first year", "première année", false),
        LAST_YEAR("last year", "dernière année", false),
        EVIDENCE("evidence", "preuve", false),
        VECTOR("vector", "vecteur", true),
        YEAR("year", "année", true),
        EVENT("event", "évènement", true),
        REPLACES("replaces", "remplace", false),
        TREATMENT("treatment", "traitement", false),
        REASON("reason", "motif", false),
        /** Not a column but all those whose header is a year. */
        YEARS("year", "année", false);

        private final String english;
        private final String french;
        private final boolean needed;

        Column(String english, String french, boolean needed) {
            this.english = english;
            this.french = french;
            this.needed = needed;
        }

        String title(Language language) {
            return switch (language) {
                case FR -> french;
                case EN -> english;
            };
        }

        boolean needed() {
            return needed;
        }

        boolean isNamed(String header) {
            String key = key(header);
            return key(english).equals(key) || key(french).equals(key);
        }
    }
}
