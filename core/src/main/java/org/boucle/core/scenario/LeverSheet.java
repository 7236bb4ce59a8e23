package org.boucle.core.scenario;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.text.Language;

/**
 * One of the 19 opportunities as its sheet describes it.
 *
 * @param id in addresses, for instance {@code production-energy}
 * @param acronym as in the brochure, for instance {@code Production-01}
 * @param theme the part of the pillar "ecodesign" under which it stands, empty in the others
 * @param seeAlso acronym of another sheet, empty where there is none
 * @param indicators the categories in which it can reduce impacts
 */
public record LeverSheet(
        String id,
        String acronym,
        Pillar pillar,
        String theme,
        String titleFr,
        String titleEn,
        String summaryFr,
        String summaryEn,
        String seeAlso,
        Set<CircularStage> stages,
        Set<IndicatorCategory> indicators) {
    public LeverSheet {
        if (stages.isEmpty() || indicators.isEmpty()) {
            throw new IllegalArgumentException("Lever " + acronym + " has no stage or no indicator.");
        }
        stages = Collections.unmodifiableSet(EnumSet.copyOf(stages));
        indicators = Collections.unmodifiableSet(EnumSet.copyOf(indicators));
    }

    public String title(Language language) {
        return language == Language.FR ? titleFr : titleEn;
    }

    public String summary(Language language) {
        return language == Language.FR ? summaryFr : summaryEn;
    }
}
