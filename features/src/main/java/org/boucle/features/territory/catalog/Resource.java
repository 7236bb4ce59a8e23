package org.boucle.features.territory.catalog;

import org.boucle.core.text.Language;
import org.boucle.features.territory.inventory.FlowKind;

/**
 * Something that sites need, by which outgoing and incoming flows meet.
 *
 * @param decayKm distance at which the distance factor falls to 1/e
 * @param reachKm beyond this no exchange is thought of
 * @param eurPerUnit usual price of the virgin resource, EUR per base unit of the kind
 * @param kgCo2ePerUnit usual footprint of the virgin resource, kg CO2e per base unit
 */
public record Resource(
        String key,
        FlowKind kind,
        String english,
        String french,
        double decayKm,
        double reachKm,
        double eurPerUnit,
        double kgCo2ePerUnit,
        String source) {
    public String label(Language language) {
        return language == Language.FR ? french : english;
    }
}
