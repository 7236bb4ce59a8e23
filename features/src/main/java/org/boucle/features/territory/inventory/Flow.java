package org.boucle.features.territory.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a site takes in or lets out in a year.
 *
 * @param id unique in the territory
 * @param site id of its site
 * @param wasteCode six digits of the waste list, empty where it is none; on an incoming flow: a waste accepted as it is
 * @param resource key of a resource of the catalogue, empty where it is only described
 * @param label what people call it
 * @param hazards HP codes
 * @param origin where the figure comes from, for the reader
 */
public record Flow(
        String id,
        String site,
        Direction direction,
        FlowKind kind,
        String wasteCode,
        String resource,
        String label,
        Amount amount,
        Profile profile,
        List<Property> properties,
        LegalStatus status,
        Set<String> hazards,
        Terms terms,
        Confidence confidence,
        String origin) {
    public Flow {
        properties = List.copyOf(properties);
        hazards = Set.copyOf(hazards);
        if (id.isBlank() || site.isBlank()) {
            throw new IllegalArgumentException("A flow needs an id and a site; got '" + id + "' at '" + site + "'");
        }
        if (wasteCode.isEmpty() && resource.isEmpty() && label.isBlank()) {
            throw new IllegalArgumentException(
                    "Flow " + id + " says nothing of what flows: no code, resource or label");
        }
    }

    public Optional<Property> findProperty(String name) {
        for (Property property : properties) {
            if (property.name().equals(name)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    public double perYear() {
        return amount.perYear();
    }

    public Flow withAmount(Amount other) {
        return new Flow(
                id,
                site,
                direction,
                kind,
                wasteCode,
                resource,
                label,
                other,
                profile,
                properties,
                status,
                hazards,
                terms,
                confidence,
                origin);
    }

    /** The same flow as a meter tells it. */
    public Flow measured(Amount other, Profile months, String source) {
        return new Flow(
                id,
                site,
                direction,
                kind,
                wasteCode,
                resource,
                label,
                other,
                months,
                properties,
                status,
                hazards,
                terms,
                Confidence.MEASURED,
                source);
    }
}
