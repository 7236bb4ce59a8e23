package org.boucle.app.levers;

import org.boucle.core.twin.Site;

/** A lever at work on the site's data; rooms offer theirs through {@code Room.levers()}. */
public interface LeverPractice {
    /** The lever's acronym, for instance {@code Production-01}. */
    String acronym();

    /** Where the lever stands on a site; quick enough for the first page (read what was computed before). */
    Standing standing(Site site);

    /** Whether each site stands for itself; otherwise any site tells the same of the whole territory, and is asked once. */
    default boolean isPerSite() {
        return true;
    }

    /** The page where it is worked with, for instance {@code /energy}. */
    String path();
}
