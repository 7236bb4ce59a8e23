package org.boucle.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The two languages in which Boucle speaks to its users. */
public enum Language {
    FR(Locale.FRANCE),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale by which numbers and dates are written in this language. */
    public Locale locale() {
        return locale;
    }

    /** The ISO 639-1 code, for instance {@code fr}. */
    public String code() {
        return locale.getLanguage();
    }

    /** Finds a language by its ISO 639-1 code, in any case, a region such as {@code fr-BE} allowed. */
    public static Optional<Language> findByCode(String code) {
        String primary = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values()).filter(l -> l.code().equals(primary)).findFirst();
    }

    /** The best language for an {@code Accept-Language} header (RFC 9110 §12.5.4); English where none fits. */
    public static Language negotiate(String acceptLanguage) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > 1_000) {
            return EN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            return ranges.stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> findByCode(range.getRange()).stream())
                    .findFirst()
                    .orElse(EN);
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
