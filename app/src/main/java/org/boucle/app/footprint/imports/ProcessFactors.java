package org.boucle.app.footprint.imports;

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
import org.boucle.core.impact.lca.Characterisation;
import org.boucle.core.impact.lca.Intensities;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;
import org.boucle.core.impact.solver.Preparation;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.core.units.Units;

/**
 * Allocates and links the processes of a package, solves all of them in one adjoint pass and gives each product as a factor
 * per impact category. What could not be linked or characterised is in the report.
 */
final class ProcessFactors {
    private final String file;
    private final ProcessSet set;
    private final List<Process> processes;
    private final Allocation allocation;
    private List<Column> columns = List.of();

    private ProcessFactors(String file, ProcessSet set, ImportOptions options) {
        this.file = file;
        this.set = set;
        this.allocation = options.allocation();
        this.processes = List.copyOf(set.processes().values());
    }

    static ImportedFile of(String file, ProcessSet set, ImportOptions options) {
        return new ProcessFactors(file, set, options).solve();
    }

    private ImportedFile solve() {
        if (processes.isEmpty()) {
            throw set.issues().isEmpty()
                    ? BadInput.of(Place.ofFile(file), "import.nothing")
                    : new BadInput(set.issues().list());
        }
        Allocating allocating = Allocating.of(set, processes, allocation);
        set.issues().throwIfAny();
        columns = allocating.columns();
        Characterising characterising = Characterising.of(set);
        Linking linking = new Linking(set, processes, allocating, characterising);
        LinkedDatabase linked = linking.database();
        Intensities intensities = engine(linked.matrices()).adjoint(new Characterisation(linked.factors()));
        return new ImportedFile(
                factors(characterising, intensities),
                report(characterising, linking, allocating.allocated()),
                Optional.of(linked));
    }

    private LifeCycleEngine engine(LifeCycleDatabase database) {
        Preparation preparation = LifeCycleEngine.prepare(database);
        return switch (preparation) {
            case Preparation.Ready ready -> LifeCycleEngine.of(database, ready.system());
            case Preparation.NotSquare bad -> throw singular("not square");
            case Preparation.Unpaired bad -> throw singular("unpaired");
            case Preparation.Singular bad ->
                throw singular(
                        processes.get(columns.get(bad.column()).process()).name());
            case Preparation.Unsolved bad -> throw singular("residual " + bad.residual());
        };
    }

    private BadInput singular(String why) {
        return new BadInput(List.of(Issue.of(Place.ofFile(file), "import.singular", why)));
    }

    private List<Factor> factors(Characterising characterising, Intensities intensities) {
        Map<String, Factor> factors = new LinkedHashMap<>();
        Map<String, Integer> several = new HashMap<>();
        columns.forEach(c -> several.merge(processes.get(c.process()).id(), 1, Integer::sum));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Process process = processes.get(column.process());
            for (int c = 0; c < characterising.categories().size(); c++) {
                // a reference below zero is a waste taken: its factor is per unit treated
                double value = Math.signum(column.product().amount()) * intensities.of(i, c);
                if (Double.isFinite(value) && value != 0) {
                    Factor factor = factor(
                            process,
                            column.product(),
                            several.get(process.id()) > 1,
                            characterising.categories().get(c),
                            value);
                    factors.putIfAbsent(factor.id(), factor);
                }
            }
        }
        return List.copyOf(factors.values());
    }

    /** The factor of a product; one of several products of a process carries its own name too. */
    private Factor factor(Process process, Exchange reference, boolean several, ImpactCategory category, double value) {
        Flow flow = set.flows().get(reference.flowId());
        boolean side = several && !reference.reference();
        String name = side ? process.name() + " · " + flow.name() : process.name();
        String id = Importers.slug(process.id()) + (side ? "-" + Importers.slug(flow.id()) : "");
        String slug = Importers.slug(name);
        Geography place = Geographies.shipped().find(process.location()).orElse(Geography.WORLD);
        return new Factor(
                "lca-" + id + "-" + category.code(),
                "lca." + (slug.isEmpty() ? id + "x" : slug),
                Name.of(name),
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

    private ImportReport report(Characterising characterising, Linking linking, List<Allocated> allocated) {
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
        Map<String, Integer> counts = new HashMap<>(set.counts());
        counts.putAll(characterising.counts());
        return new ImportReport(
                set.format(),
                processes.size(),
                0,
                0,
                linking.unlinked(),
                linking.linked(),
                silent.stream().limit(200).toList(),
                kilograms,
                set.duplicates().stream().distinct().limit(200).toList(),
                List.of(),
                set.notes().stream().distinct().limit(100).toList(),
                allocated.size(),
                allocated.stream().limit(200).toList(),
                counts);
    }
}
