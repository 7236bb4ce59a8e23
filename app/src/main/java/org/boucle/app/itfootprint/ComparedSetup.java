package org.boucle.app.itfootprint;

import java.util.List;

/** A set-up and its impacts, beside others. */
public record ComparedSetup(Setup setup, List<ImpactRow> rows) {
    public ComparedSetup {
        rows = List.copyOf(rows);
    }
}
