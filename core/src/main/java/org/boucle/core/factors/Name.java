package org.boucle.core.factors;

import java.util.Objects;
import org.boucle.core.text.Language;

/** A name in the two languages of the product. */
public record Name(String fr, String en) {
    public Name {
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
    }

    /** The same name in both languages, where the source gives one only. */
    public static Name of(String name) {
        return new Name(name, name);
    }

    /** The French name for a French reader, the English one for everybody else. */
    public String in(Language language) {
        return language == Language.FR ? fr : en;
    }
}
