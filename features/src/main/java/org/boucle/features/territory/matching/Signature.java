package org.boucle.features.territory.matching;

import java.text.Normalizer;
import java.util.Locale;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;

/**
 * What a flow is called: flows of one signature are linked to others all alike.
 *
 * @param text its words without case and accents where it has neither code nor resource, else empty
 */
record Signature(FlowKind kind, String wasteCode, String resource, String text) {
    static Signature of(Flow flow) {
        boolean designated = !flow.wasteCode().isEmpty() || !flow.resource().isEmpty();
        return new Signature(flow.kind(), flow.wasteCode(), flow.resource(), designated ? "" : folded(flow.label()));
    }

    boolean isDesignated() {
        return text.isEmpty();
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
