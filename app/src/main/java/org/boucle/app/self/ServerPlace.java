package org.boucle.app.self;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.itfootprint.ItCatalogue;
import org.boucle.features.itfootprint.ItFootprint;

/**
 * Where this server's electricity is taken from, and how that is known.
 *
 * @param code three letters, {@code EEE} for the European mean
 */
public record ServerPlace(String code, Origin origin) {
    /** How the place is known. */
    public enum Origin {
        /** Said by {@code BOUCLE_PLACE}. */
        GIVEN,
        /** Taken from the time zone of the machine, which lies in one country. */
        TIME_ZONE,
        /** Nothing is known. */
        USUAL
    }

    private static final String EUROPE = "EEE";
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Europe/Paris", "FRA"),
            Map.entry("Europe/Brussels", "BEL"),
            Map.entry("Europe/Berlin", "DEU"),
            Map.entry("Europe/Zurich", "CHE"),
            Map.entry("Europe/Madrid", "ESP"),
            Map.entry("Europe/Rome", "ITA"),
            Map.entry("Europe/Lisbon", "PRT"),
            Map.entry("Europe/London", "GBR"),
            Map.entry("Europe/Dublin", "IRL"),
            Map.entry("Europe/Amsterdam", "NLD"),
            Map.entry("Europe/Luxembourg", "LUX"),
            Map.entry("Europe/Vienna", "AUT"),
            Map.entry("Europe/Warsaw", "POL"),
            Map.entry("Europe/Prague", "CZE"),
            Map.entry("Europe/Copenhagen", "DNK"),
            Map.entry("Europe/Stockholm", "SWE"),
            Map.entry("Europe/Oslo", "NOR"),
            Map.entry("Europe/Helsinki", "FIN"),
            Map.entry("America/Toronto", "CAN"),
            Map.entry("America/Montreal", "CAN"),
            Map.entry("America/New_York", "USA"),
            Map.entry("America/Los_Angeles", "USA"),
            Map.entry("Asia/Tokyo", "JPN"),
            Map.entry("Asia/Kolkata", "IND"));

    /** What is said, else the country of the time zone, else the European mean. */
    static ServerPlace of(Optional<String> said, String timeZone) {
        Optional<String> code =
                said.map(text -> text.strip().toUpperCase(Locale.ROOT)).filter(text -> text.matches("[A-Z]{3}"));
        return code.map(text -> new ServerPlace(text, Origin.GIVEN))
                .or(() -> Optional.ofNullable(ZONES.get(timeZone)).map(zone -> new ServerPlace(zone, Origin.TIME_ZONE)))
                .orElse(new ServerPlace(EUROPE, Origin.USUAL));
    }

    /** Its name in the tables; empty where they do not know it and the European mean stands in. */
    public Optional<String> name() {
        return ItFootprint.shipped().catalogue().countries().stream()
                .filter(country -> country.code().equals(code))
                .map(ItCatalogue.Country::name)
                .findFirst();
    }
}
