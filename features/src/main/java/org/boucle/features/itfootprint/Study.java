package org.boucle.features.itfootprint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One assessment under way: the tables, the rules, and the warnings that concern the whole answer. */
final class Study {
    private final ItTables tables;
    private final Rules rules;
    private final boolean explains;
    private final Set<String> warnings = new LinkedHashSet<>();

    Study(ItTables tables, Rules rules, boolean explains) {
        this.tables = tables;
        this.rules = rules;
        this.explains = explains;
    }

    ItTables tables() {
        return tables;
    }

    Rules rules() {
        return rules;
    }

    boolean keeps(Quirk quirk) {
        return rules.keeps(quirk);
    }

    /** Whether the answer tells how it came about. */
    boolean explains() {
        return explains;
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
