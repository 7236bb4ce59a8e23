package org.boucle.core.impact.company;

import org.boucle.core.text.Language;

/** Which operations an organisation counts as its own (GHG Protocol, Corporate Standard, chapter 3). */
public enum Consolidation {
    OPERATIONAL_CONTROL("Contrôle opérationnel", "Operational control"),
    FINANCIAL_CONTROL("Contrôle financier", "Financial control"),
    /** Each operation counts by the share of its capital that is held. */
    EQUITY_SHARE("Part du capital", "Equity share");

    private final String fr;
    private final String en;

    Consolidation(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    public String label(Language language) {
        return language == Language.FR ? fr : en;
    }
}
