package org.boucle.core.factors;

import java.util.Objects;

/**
 * Where a figure comes from and on what terms it may be used.
 *
 * @param title who publishes it, with the edition
 * @param reference identifier, page or address inside that publication; may be empty
 * @param licence terms of reuse, as a short identifier
 */
public record Source(String title, String reference, String licence) {
    public Source {
        Objects.requireNonNull(reference, "reference");
        if (title.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException(
                    "A source needs a title and a licence, got title '" + title + "' and licence '" + licence
                            + "'. Maybe use Source.definition() for a figure true by definition.");
        }
    }

    /** The source of a factor that is true by definition, such as one kilogram of scrap per kilogram of scrap. */
    public static Source definition() {
        return new Source("By definition", "", "none needed");
    }

    /** The source of a figure given by the user, for example a supplier's declaration. */
    public static Source declared(String who) {
        return new Source(who, "", "declared by its owner");
    }
}
