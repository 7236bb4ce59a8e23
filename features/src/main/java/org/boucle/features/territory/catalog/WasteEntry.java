package org.boucle.features.territory.catalog;

import java.time.LocalDate;
import java.util.Optional;
import org.boucle.core.text.Language;

/**
 * One line of one version of the European list of waste.
 *
 * @param code two, four or six digits without spaces
 * @param hazardous meaningful for six digits only
 * @param validFrom first day on which the line stands in the list
 * @param validTo last day, empty while in force
 * @param source reference of the law and of the wording
 */
public record WasteEntry(
        String code,
        boolean hazardous,
        String entry,
        String english,
        String french,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String source) {

    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom)
                && validTo.map(last -> !date.isAfter(last)).orElse(true);
    }

    public String label(Language language) {
        return language == Language.FR ? french : english;
    }

    /** The code as the law writes it, for instance {@code 16 06 04*}. */
    public String written() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < code.length(); i += 2) {
            text.append(i == 0 ? "" : " ").append(code, i, i + 2);
        }
        return text.append(hazardous ? "*" : "").toString();
    }
}
