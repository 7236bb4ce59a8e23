package org.boucle.app.footprint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of a product model. */
enum ItemKind {
    MATERIAL("materials", List.of("material.", "equipment.")),
    INBOUND("inbound", List.of("freight.")),
    STEP("steps", List.of("electricity.", "fuel.", "heat.", "water.", "material.", "gas.", "waste.")),
    DISTRIBUTION("distribution", List.of("freight.")),
    USE("use", List.of("electricity.", "fuel.", "water.", "material.")),
    END_OF_LIFE("end-of-life", List.of("waste.")),
    RELEASE("releases", List.of("gas.", "land"));

    private final String section;
    private final List<String> flows;

    ItemKind(String section, List<String> flows) {
        this.section = section;
        this.flows = flows;
    }

    /** Its key in a YAML model and in the column {@code kind} of a sheet. */
    String section() {
        return section;
    }

    /** Beginnings of the codes that this section usually takes. */
    List<String> flows() {
        return flows;
    }

    static Optional<ItemKind> find(String text) {
        String wanted = text.strip();
        return Stream.of(values())
                .filter(k -> k.section.equalsIgnoreCase(wanted) || k.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
