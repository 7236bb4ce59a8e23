package org.boucle.core.impact;

import org.boucle.core.text.Language;

/** Where the quantity of an activity comes from, best first. */
public enum Origin {
    MEASURED("mesuré", "measured"),
    DECLARED("déclaré", "declared"),
    COMPUTED("calculé", "computed"),
    ARCHETYPE("archétype", "archetype"),
    DEFAULT("valeur par défaut", "default");

    private final String fr;
    private final String en;

    Origin(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    public String label(Language language) {
        return language == Language.FR ? fr : en;
    }
}
