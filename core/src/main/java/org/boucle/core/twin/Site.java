package org.boucle.core.twin;

import java.time.ZoneId;

/**
 * An industrial site.
 *
 * @param id short name in URLs and topics: lower-case letters, digits and hyphens
 * @param country ISO 3166-1 alpha-2 code, which chooses the electricity mix
 */
public record Site(String id, String name, String company, String territory, String country, ZoneId timeZone)
        implements Thing {
    public Site {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("Site id '" + id
                    + "' must be lower-case letters, digits and hyphens. Maybe derive it from the name.");
        }
    }

    public Site withTimeZone(ZoneId other) {
        return new Site(id, name, company, territory, country, other);
    }

    public Site withCompany(String other) {
        return new Site(id, name, other, territory, country, timeZone);
    }

    /** A site by its name alone, its id derived from it, in France. */
    public static Site named(String name) {
        String folded = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String id = folded.isEmpty() ? "site" : folded.substring(0, Math.min(60, folded.length()));
        return new Site(id, name, "", "", "FR", ZoneId.of("Europe/Paris"));
    }
}
