package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.core.units.Unit;

/** Turns each process into one column for each product that carries a burden. */
final class Allocating {
    private final ProcessSet set;
    private final Allocation wanted;
    private final List<Column> columns = new ArrayList<>();
    private final List<Allocated> allocated = new ArrayList<>();

    private Allocating(ProcessSet set, Allocation wanted) {
        this.set = set;
        this.wanted = wanted;
    }

    static Allocating of(ProcessSet set, List<Process> processes, Allocation wanted) {
        Allocating allocating = new Allocating(set, wanted);
        for (int p = 0; p < processes.size(); p++) {
            allocating.add(p, processes.get(p));
        }
        return allocating;
    }

    List<Column> columns() {
        return columns;
    }

    List<Allocated> allocated() {
        return allocated;
    }

    /** Each process needs one reference flow other than zero: a product it makes or a waste it takes. */
    private void add(int number, Process process) {
        Optional<Exchange> reference = process.exchanges().stream()
                .filter(Exchange::reference)
                .filter(e -> e.amount() != 0 && kind(e) != FlowKind.ELEMENTARY)
                .findFirst();
        if (reference.isEmpty()) {
            set.issues().add(process.place(), "import.reference", process.name());
            return;
        }
        List<Exchange> products = new ArrayList<>(List.of(reference.get()));
        for (Exchange exchange : process.exchanges()) {
            if (exchange != reference.get() && exchange.amount() != 0 && isGiven(exchange)) {
                products.add(exchange);
            }
        }
        if (products.size() == 1) {
            columns.add(new Column(number, reference.get(), 1, Map.of(), List.of()));
        } else {
            divide(number, process, products);
        }
    }

    /** Whether an exchange is a product made or a waste taken in, as against one that is needed. */
    boolean isGiven(Exchange exchange) {
        FlowKind kind = kind(exchange);
        return kind != FlowKind.ELEMENTARY && !exchange.avoided() && exchange.input() != (kind == FlowKind.PRODUCT);
    }

    private FlowKind kind(Exchange exchange) {
        Flow flow = set.flows().get(exchange.flowId());
        return flow == null ? FlowKind.ELEMENTARY : flow.kind();
    }

    private void divide(int number, Process process, List<Exchange> products) {
        Allocation stated = process.sharing().method();
        Allocation method = wanted == Allocation.STATED ? stated : wanted;
        if (method == Allocation.STATED) {
            method = assumed(process, products);
        }
        Optional<double[]> shares = switch (method) {
            case PHYSICAL -> physical(process, products);
            case ECONOMIC -> by(process.sharing().economic(), products);
            case CAUSAL ->
                physical(process, products)
                        .or(() -> by(process.sharing().economic(), products))
                        .or(() -> Optional.of(equal(products)));
            case SUBSTITUTION, CUT_OFF, STATED -> Optional.empty();
        };
        boolean whole = method == Allocation.SUBSTITUTION || method == Allocation.CUT_OFF || shares.isEmpty();
        if (whole) {
            List<Exchange> others = products.subList(1, products.size());
            boolean substitution = method == Allocation.SUBSTITUTION;
            boolean chosen = substitution || method == Allocation.CUT_OFF;
            columns.add(new Column(number, products.getFirst(), 1, Map.of(), substitution ? others : List.of()));
            boolean said = chosen && (method == stated || method == wanted);
            say(process, products, substitution ? method : Allocation.CUT_OFF, said, first(products));
            return;
        }
        for (int q = 0; q < products.size(); q++) {
            Exchange product = products.get(q);
            Map<Integer, Double> own = method == Allocation.CAUSAL ? causal(process, products, product) : Map.of();
            if (shares.get()[q] > 0 || !own.isEmpty()) {
                columns.add(new Column(number, product, shares.get()[q], own, List.of()));
            }
        }
        say(process, products, method, method == stated || method == wanted, shares.get());
    }

    /** Nothing is stated: by value where prices are known, else by a common quantity, else the reference carries all. */
    private Allocation assumed(Process process, List<Exchange> products) {
        if (!process.sharing().causal().isEmpty()) {
            return Allocation.CAUSAL;
        }
        return by(process.sharing().economic(), products).isPresent()
                ? Allocation.ECONOMIC
                : physical(process, products).isPresent() ? Allocation.PHYSICAL : Allocation.CUT_OFF;
    }

    private Optional<double[]> physical(Process process, List<Exchange> products) {
        return by(process.sharing().physical(), products).or(() -> byAmount(products));
    }

    private static Optional<double[]> by(Map<String, Double> weights, List<Exchange> products) {
        double[] shares = new double[products.size()];
        double sum = 0;
        for (int q = 0; q < shares.length; q++) {
            Double weight = weights.get(products.get(q).flowId());
            if (weight == null || !(weight >= 0)) {
                return Optional.empty();
            }
            shares[q] = weight;
            sum += weight;
        }
        return divided(shares, sum);
    }

    private Optional<double[]> byAmount(List<Exchange> products) {
        Unit first = set.flows().get(products.getFirst().flowId()).unit();
        double[] shares = new double[products.size()];
        double sum = 0;
        for (int q = 0; q < shares.length; q++) {
            Flow flow = set.flows().get(products.get(q).flowId());
            if (!flow.unit().isCompatible(first) || flow.kind() == FlowKind.WASTE) {
                return Optional.empty();
            }
            shares[q] = Math.abs(products.get(q).amount()) * flow.unit().factorTo(first);
            sum += shares[q];
        }
        return divided(shares, sum);
    }

    private static Optional<double[]> divided(double[] shares, double sum) {
        for (int q = 0; q < shares.length; q++) {
            shares[q] /= sum;
        }
        return sum > 0 && Double.isFinite(sum) ? Optional.of(shares) : Optional.empty();
    }

    private static double[] equal(List<Exchange> products) {
        double[] shares = new double[products.size()];
        java.util.Arrays.fill(shares, 1.0 / shares.length);
        return shares;
    }

    private static double[] first(List<Exchange> products) {
        double[] shares = new double[products.size()];
        shares[0] = 1;
        return shares;
    }

    /** Of each exchange with weights of its own, the share of one product. */
    private static Map<Integer, Double> causal(Process process, List<Exchange> products, Exchange product) {
        Map<Integer, Double> own = new HashMap<>();
        process.sharing().causal().forEach((exchange, weights) -> {
            double sum = products.stream()
                    .mapToDouble(p -> Math.max(0, weights.getOrDefault(p.flowId(), 0.0)))
                    .sum();
            if (sum > 0) {
                own.put(exchange, Math.max(0, weights.getOrDefault(product.flowId(), 0.0)) / sum);
            }
        });
        return own;
    }

    private void say(Process process, List<Exchange> products, Allocation method, boolean stated, double[] shares) {
        List<Allocated.Share> told = new ArrayList<>();
        for (int q = 0; q < shares.length && q < 20; q++) {
            Flow flow = set.flows().get(products.get(q).flowId());
            told.add(new Allocated.Share(flow.name(), shares[q]));
        }
        allocated.add(new Allocated(process.name(), method, stated, told));
    }
}
