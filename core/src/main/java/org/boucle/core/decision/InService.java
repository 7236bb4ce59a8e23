package org.boucle.core.decision;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When what was decided was put in service, and where its effect is measured.
 *
 * @param from first whole day in service
 * @param boundary measurement boundary after IPMVP: {@code site} for the whole site (option C), {@code line/<n>} or {@code
 *     meter/<name of its series>} for a part that has meters of its own (option B)
 */
public record InService(LocalDate from, String boundary) {
    /** The boundary of option C. */
    public static final String WHOLE_SITE = "site";

    public InService {
        Objects.requireNonNull(from, "from");
        if (!boundary.matches("site|line/\\d{1,6}|meter/.{1,200}")) {
            throw new IllegalArgumentException("Boundary '" + boundary
                    + "' is neither site nor line/<n> nor meter/<series>. Maybe the name alone was given.");
        }
    }
}
