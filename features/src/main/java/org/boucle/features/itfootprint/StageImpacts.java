package org.boucle.features.itfootprint;

/** The impacts of the two stages on one criterion. */
public record StageImpacts(Impact embedded, Impact use) {
    public Impact of(Stage stage) {
        return switch (stage) {
            case EMBEDDED -> embedded;
            case USE -> use;
        };
    }
}
