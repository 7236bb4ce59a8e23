package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.solver.SparseMatrix;

/** Links the columns of a package to one another and to what they release, and fills the matrices. */
final class Linking {
    private final ProcessSet set;
    private final List<Process> processes;
    private final Allocating allocating;
    private final Characterising characterising;
    private final List<Column> columns;
    private final Map<String, Integer> byProcessAndFlow = new HashMap<>();
    private final Map<String, List<Integer>> producers = new HashMap<>();
    private final Entries technosphere = new Entries();
    private final Entries biosphere = new Entries();
    private int linked;
    private int unlinked;

    Linking(ProcessSet set, List<Process> processes, Allocating allocating, Characterising characterising) {
        this.set = set;
        this.processes = processes;
        this.allocating = allocating;
        this.characterising = characterising;
        columns = allocating.columns();
    }

    int linked() {
        return linked;
    }

    int unlinked() {
        return unlinked;
    }

    LinkedDatabase database() {
        for (int c = 0; c < columns.size(); c++) {
            String flow = columns.get(c).product().flowId();
            String process = processes.get(columns.get(c).process()).id();
            byProcessAndFlow.put(process + "\n" + flow, c);
            // a data set of EcoSpold 2 is one activity with one reference product; suppliers are named by activity
            int split = process.indexOf('/');
            if (split > 0) {
                byProcessAndFlow.putIfAbsent(process.substring(0, split) + "\n" + flow, c);
            }
            producers.computeIfAbsent(flow, f -> new ArrayList<>()).add(c);
        }
        for (int c = 0; c < columns.size(); c++) {
            fill(c, columns.get(c));
        }
        int n = columns.size();
        SparseMatrix a = technosphere.matrix(n, n);
        SparseMatrix b =
                biosphere.matrix(Math.max(1, characterising.interventions().size()), n);
        return new LinkedDatabase(
                columns.stream().map(this::activity).toList(),
                characterising.interventions(),
                characterising.categories().stream().map(c -> c.code()).toList(),
                new LifeCycleDatabase(a, b),
                characterising.factors(),
                technosphere.spreads(a),
                biosphere.spreads(b));
    }

    private LinkedDatabase.Activity activity(Column column) {
        Process process = processes.get(column.process());
        Flow flow = set.flows().get(column.product().flowId());
        return new LinkedDatabase.Activity(
                process.id(),
                process.name(),
                flow.name(),
                flow.unit().symbol(),
                process.location(),
                process.year(),
                column.product().amount(),
                flow.kind() == FlowKind.WASTE || column.product().amount() < 0,
                column.share());
    }

    private FlowKind kind(Exchange exchange) {
        Flow flow = set.flows().get(exchange.flowId());
        return flow == null ? FlowKind.ELEMENTARY : flow.kind();
    }

    /** The product on the diagonal; what others must give below zero, what is avoided above. */
    private void fill(int c, Column column) {
        Exchange product = column.product();
        boolean taken = product.input() && kind(product) == FlowKind.PRODUCT;
        technosphere.add(c, c, taken ? -product.amount() : product.amount(), product.spread());
        Process process = processes.get(column.process());
        for (Exchange exchange : process.exchanges()) {
            double share = column.of(exchange);
            if (exchange.amount() == 0 || share == 0) {
                continue;
            }
            if (kind(exchange) == FlowKind.ELEMENTARY) {
                int row = characterising.row(exchange, process.location());
                if (row >= 0) {
                    biosphere.add(row, c, exchange.amount() * share, exchange.spread());
                }
            } else if (exchange.avoided()) {
                take(c, column, exchange, -share);
            } else if (!exchange.reference() && !allocating.isGiven(exchange)) {
                take(c, column, exchange, share);
            }
        }
        column.credits().forEach(credit -> take(c, column, credit, -1));
    }

    private void take(int c, Column column, Exchange exchange, double share) {
        int supplier = supplier(exchange, column);
        if (supplier < 0) {
            unlinked++;
        } else {
            linked++;
            technosphere.add(supplier, c, -exchange.amount() * share, exchange.spread());
        }
    }

    /** The provider named, or the only producer of the flow; -1 where there is none or the choice is not made. */
    private int supplier(Exchange exchange, Column own) {
        if (!exchange.provider().isEmpty()) {
            Integer named = byProcessAndFlow.get(exchange.provider() + "\n" + exchange.flowId());
            if (named != null) {
                return named;
            }
        }
        List<Integer> others = producers.getOrDefault(exchange.flowId(), List.of());
        if (!own.credits().isEmpty()) {
            others = others.stream()
                    .filter(c -> columns.get(c).process() != own.process())
                    .toList();
        }
        return others.size() == 1 ? others.getFirst() : -1;
    }
}
