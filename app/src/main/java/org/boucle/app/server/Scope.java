package org.boucle.app.server;

import java.util.Optional;
import org.boucle.app.sites.Site;

/**
 * What the user looks at, kept while moving from page to page.
 *
 * @param site the chosen site, empty where there is none yet
 * @param period how far back
 */
public record Scope(Optional<Site> site, Period period) {
    /** How far back pages look. */
    public enum Period {
        DAY(1),
        WEEK(7),
        MONTH(31),
        YEAR(366);

        private final int days;

        Period(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }
}
