package org.boucle.app.footprint;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.app.footprint.imports.LinkedDatabase;
import org.boucle.app.server.NotFound;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.lca.Characterisation;
import org.boucle.core.impact.lca.Intensities;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.lca.UncertainData;

/** The imported databases that can be asked, the last few kept prepared as long as memory allows. */
final class Databases {
    private static final int KEPT = 3;

    private final ImportedFactors imported;
    private final Map<Long, SoftReference<Prepared>> prepared = new LinkedHashMap<>();

    Databases(ImportedFactors imported) {
        this.imported = imported;
    }

    /**
     * A database with everything solved once.
     *
     * @param categories of the rows of the characterisation
     */
    record Prepared(
            LinkedDatabase data,
            LifeCycleEngine engine,
            Intensities intensities,
            UncertainData spreads,
            List<ImpactCategory> categories) {

        static Prepared of(LinkedDatabase data) {
            Characterisation factors = new Characterisation(data.factors());
            LifeCycleEngine engine = LifeCycleEngine.of(data.matrices());
            return new Prepared(
                    data,
                    engine,
                    engine.adjoint(factors),
                    new UncertainData(factors, data.technosphere(), data.biosphere(), Spreads.none(data.factors())),
                    data.categories().stream().map(ImpactCategory::get).toList());
        }
    }

    /** The databases that an account may use. */
    List<ImportedFactors.Import> list(Account account) {
        return imported.imports(account).stream()
                .filter(ImportedFactors.Import::solvable)
                .toList();
    }

    /** One that an account may use. */
    ImportedFactors.Import entry(Account account, String id) {
        return list(account).stream()
                .filter(entry -> String.valueOf(entry.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("database " + id));
    }

    synchronized Prepared prepared(ImportedFactors.Import entry) {
        Optional<Prepared> known =
                Optional.ofNullable(prepared.remove(entry.id())).map(SoftReference::get);
        Prepared ready = known.orElseGet(() -> Prepared.of(DatabaseBytes.read(
                imported.content(entry.id()).orElseThrow(() -> new NotFound("database " + entry.id())))));
        prepared.put(entry.id(), new SoftReference<>(ready));
        while (prepared.size() > KEPT) {
            prepared.remove(prepared.keySet().iterator().next());
        }
        return ready;
    }
}
