package org.boucle.core.impact;

import org.boucle.core.text.Language;

/** The stages of a product's life, in order (EN 15804 and ISO 14040 name them more finely). */
public enum LifeCycleStage {
    MATERIALS("Matières", "Materials"),
    SUPPLY_TRANSPORT("Transport amont", "Inbound transport"),
    MANUFACTURING("Fabrication", "Manufacturing"),
    DISTRIBUTION("Distribution", "Distribution"),
    USE("Utilisation", "Use"),
    END_OF_LIFE("Fin de vie", "End of life");

    private final String fr;
    private final String en;

    LifeCycleStage(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    public String label(Language language) {
        return language == Language.FR ? fr : en;
    }
}
