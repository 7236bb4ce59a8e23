package org.boucle.core.factors;

/** How the factor that was found differs from the one that was asked; always shown beside the result. */
public sealed interface Fallback {
    /** A wider or neighbouring place stands in. */
    record Place(Geography asked, Geography used) implements Fallback {}

    /** Another year stands in. */
    record Year(int asked, Period used) implements Fallback {}

    /** A more general flow stands in, for example steel for stainless steel. */
    record Flow(String asked, String used) implements Fallback {}
}
