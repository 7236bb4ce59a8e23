package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.GwpSet;
import org.boucle.core.factors.Name;
import org.boucle.core.factors.Period;
import org.boucle.core.factors.Source;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.lca.DirectImpacts;
import org.boucle.core.impact.lca.Intensities;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.core.units.Units;

/**
 * Links the processes of a package, solves all of them in one adjoint pass and gives each one's reference product as a
 * factor per impact category. What could not be linked or characterised is in the report.
 */
final class ProcessFactors {
    private final String file;
    private final ProcessSet set;
    private final List<Process> processes;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, List<Integer>> producers = new HashMap<>();
    private final List<Exchange> references = new ArrayList<>();
    private int linked;
    private int unlinked;

    private ProcessFactors(String file, ProcessSet set) {
        this.file = file;
        this.set = set;
        this.processes = List.copyOf(set.processes().values());
    }

    static ImportedFile of(String file, ProcessSet set) {
        return new ProcessFactors(file, set).solve();
    }

    private ImportedFile solve() {
        if (processes.isEmpty()) {
            throw set.issues().isEmpty()
                    ? BadInput.of(Place.ofFile(file), "import.nothing")
                    : new BadInput(set.issues().list());
        }
        findReferences();
        set.issues().throwIfAny();
        SparseMatrix technosphere = technosphere();
        Characterising characterising = Characterising.of(set);
        DirectImpacts direct = characterising.direct(processes);
        LifeCycleDatabase database = new LifeCycleDatabase(technosphere, SparseMatrix.empty(1, processes.size()));
        Intensities intensities = engine(database).adjoint(direct);
        return new ImportedFile(factors(characterising, intensities), report(characterising));
    }

    /** Each process needs one reference flow other than zero: a product it makes or a waste it takes. */
    private void findReferences() {
        for (Process process : processes) {
            Optional<Exchange> reference = process.exchanges().stream()
                    .filter(Exchange::reference)
                    .filter(e -> e.amount() != 0 && kind(e) != FlowKind.ELEMENTARY)
                    .findFirst();
            if (reference.isEmpty()) {
                set.issues().add(process.place(), "import.reference", process.name());
                continue;
            }
            int column = references.size();
            index.put(process.id(), column);
            producers
                    .computeIfAbsent(reference.get().flowId(), f -> new ArrayList<>())
                    .add(column);
            references.add(reference.get());
        }
    }

    private FlowKind kind(Exchange exchange) {
        Flow flow = set.flows().get(exchange.flowId());
        return flow == null ? FlowKind.ELEMENTARY : flow.kind();
    }

    /** The reference on the diagonal; what others need from it below zero. Co-products stay with the reference. */
    private SparseMatrix technosphere() {
        List<double[]> entries = new ArrayList<>();
        int coproducts = 0;
        for (int column = 0; column < processes.size(); column++) {
            Exchange reference = references.get(column);
            boolean taken = reference.input() && kind(reference) == FlowKind.PRODUCT;
            entries.add(new double[] {column, column, taken ? -reference.amount() : reference.amount()});
            for (Exchange exchange : processes.get(column).exchanges()) {
                FlowKind kind = kind(exchange);
                if (exchange == reference || kind == FlowKind.ELEMENTARY || exchange.amount() == 0) {
                    continue;
                }
                boolean demanded = exchange.input() == (kind == FlowKind.PRODUCT);
                if (!demanded) {
                    coproducts++;
                    continue;
                }
                int supplier = supplier(exchange);
                if (supplier >= 0) {
                    entries.add(new double[] {supplier, column, -exchange.amount()});
                }
            }
        }
        if (coproducts > 0) {
            set.notes().add(coproducts + " co-products without allocation: the whole burden stays with the reference");
        }
        int n = processes.size();
        return SparseMatrix.of(
                n,
                n,
                entries.stream().mapToInt(e -> (int) e[0]).toArray(),
                entries.stream().mapToInt(e -> (int) e[1]).toArray(),
                entries.stream().mapToDouble(e -> e[2]).toArray());
    }

    /** The provider named, or the only producer of the flow; -1 where there is none or the choice is not made. */
    private int supplier(Exchange exchange) {
        Integer named = exchange.providerId().map(index::get).orElse(null);
        if (named != null && references.get(named).flowId().equals(exchange.flowId())) {
            linked++;
            return named;
        }
        List<Integer> all = producers.getOrDefault(exchange.flowId(), List.of());
        if (all.size() == 1) {
            linked++;
            return all.getFirst();
        }
        unlinked++;
        return -1;
    }

    private LifeCycleEngine engine(LifeCycleDatabase database) {
        Preparation preparation = LifeCycleEngine.prepare(database);
        return switch (preparation) {
            case Preparation.Ready ready -> LifeCycleEngine.of(database, ready.system());
            case Preparation.NotSquare bad -> throw singular("not square");
            case Preparation.Unpaired bad -> throw singular("unpaired");
            case Preparation.Singular bad ->
                throw singular(processes.get(bad.column()).name());
            case Preparation.Unsolved bad -> throw singular("residual " + bad.residual());
        };
    }

    private BadInput singular(String why) {
        return new BadInput(List.of(Issue.of(Place.ofFile(file), "import.singular", why)));
    }

    private List<Factor> factors(Characterising characterising, Intensities intensities) {
        Map<String, Factor> factors = new LinkedHashMap<>();
        for (int i = 0; i < processes.size(); i++) {
            for (int c = 0; c < characterising.categories().size(); c++) {
                // a reference below zero is a waste taken: its factor is per unit treated
                double value = Math.signum(references.get(i).amount()) * intensities.of(i, c);
                if (Double.isFinite(value) && value != 0) {
                    Factor factor = factor(
                            processes.get(i),
                            references.get(i),
                            characterising.categories().get(c),
                            value);
                    factors.putIfAbsent(factor.id(), factor);
                }
            }
        }
        return List.copyOf(factors.values());
    }

    private Factor factor(Process process, Exchange reference, ImpactCategory category, double value) {
        Flow flow = set.flows().get(reference.flowId());
        String slug = Importers.slug(process.name());
        Geography place = Geographies.shipped().find(process.location()).orElse(Geography.WORLD);
        return new Factor(
                "lca-" + Importers.slug(process.id()) + "-" + category.code(),
                "lca." + (slug.isEmpty() ? Importers.slug(process.id()) + "x" : slug),
                Name.of(process.name()),
                category.code(),
                value,
                flow.unit(),
                place,
                Period.of(process.year()),
                flow.kind() == FlowKind.WASTE ? Boundary.END_OF_LIFE : Boundary.CRADLE_TO_GATE,
                GwpSet.UNSTATED,
                Uncertainty.unknown(),
                new Source(file, process.id(), "as the file's owner states"));
    }

    private ImportReport report(Characterising characterising) {
        TreeSet<String> silent = new TreeSet<>();
        double kilograms = 0;
        for (Process process : processes) {
            for (Exchange exchange : process.exchanges()) {
                Flow flow = set.flows().get(exchange.flowId());
                if (flow != null && flow.kind() == FlowKind.ELEMENTARY && !characterising.knows(flow)) {
                    silent.add(flow.name());
                    kilograms += flow.unit().isCompatible(Units.KILOGRAM)
                            ? Math.abs(exchange.amount()) * flow.unit().factorTo(Units.KILOGRAM)
                            : 0;
                }
            }
        }
        return new ImportReport(
                set.format(),
                processes.size(),
                0,
                0,
                unlinked,
                linked,
                silent.stream().limit(200).toList(),
                kilograms,
                set.duplicates().stream().distinct().limit(200).toList(),
                List.of(),
                set.notes().stream().distinct().limit(100).toList());
    }
}
