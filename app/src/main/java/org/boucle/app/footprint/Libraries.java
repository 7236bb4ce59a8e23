package org.boucle.app.footprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;

/**
 * The shipped factors with those that a company imported and those that others share, kept until the next import. A
 * company's own come last, so that they replace shared ones of the same id.
 */
final class Libraries {
    private static final int KEPT = 8;

    private final ImportedFactors imported;
    private final Map<String, FactorLibrary> byCompany = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FactorLibrary> eldest) {
            return size() > KEPT;
        }
    };

    Libraries(ImportedFactors imported) {
        this.imported = imported;
    }

    /** The factors that a company may use. */
    synchronized FactorLibrary of(String company) {
        return byCompany.computeIfAbsent(company, this::read);
    }

    private FactorLibrary read(String company) {
        List<Factor> more = imported.usableBy(company);
        return more.isEmpty()
                ? FactorLibrary.shipped()
                : FactorLibrary.shipped().with(more);
    }

    synchronized void forget() {
        byCompany.clear();
    }
}
