package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.LinkedDatabase;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.lca.Contribution;
import org.boucle.core.impact.lca.ContributionTree;
import org.boucle.core.impact.lca.Demand;
import org.boucle.core.impact.lca.FirstOrder;
import org.boucle.core.impact.lca.Inventory;
import org.boucle.core.impact.lca.MonteCarlo;
import org.boucle.core.impact.lca.Samples;
import org.boucle.core.impact.lca.Sensitivity;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.lca.WhatIf;
import org.boucle.core.impact.methods.SingleScore;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * An amount of one product of an imported database, with everything that explains its impacts: each is a sum that can be
 * opened down to a data set of the file.
 */
public final class Study {
    private static final int SAMPLES_SEED = 20_261;

    private final Databases.Prepared database;
    private final int activity;
    private final double amount;
    private final int category;
    private final Demand demand;
    private final Inventory inventory;
    private final List<Impact> impacts;

    Study(Databases.Prepared database, int activity, double amount, int category) {
        this.database = database;
        this.activity = activity;
        this.amount = amount;
        this.category = category;
        // a waste whose reference is below zero is demanded below zero
        boolean below = database.data().matrices().technosphere().get(activity, activity) < 0;
        demand = Demand.of(activity, below ? -amount : amount);
        inventory = database.engine().solve(demand);
        impacts = List.copyOf(computed());
    }

    /** An impact with its 95 % interval to first order; no interval where no number behind it is uncertain. */
    public record Impact(int index, ImpactCategory category, double value, Optional<double[]> interval) {}

    /** A line of the contribution tree. */
    public record Branch(int depth, int activity, double amount, double impact, double direct, double share) {}

    /** An elementary flow's part: amount times factor. */
    public record Release(
            LinkedDatabase.Intervention flow, double amount, double factor, double impact, double share) {}

    /** A number of the database with its part of the variance. */
    public record Cause(String what, String where, double share) {}

    /** An input of the process per unit of its product. */
    public record Input(int row, double amount, double impact) {}

    /** What a change of one input does to one impact. */
    public record Change(ImpactCategory category, double before, double after) {}

    public LinkedDatabase.Activity of(int index) {
        return database.data().activities().get(index);
    }

    public LinkedDatabase.Activity activity() {
        return of(activity);
    }

    public int index() {
        return activity;
    }

    public double amount() {
        return amount;
    }

    /** A number as a form takes it. */
    public String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    public ImpactCategory category() {
        return database.categories().get(category);
    }

    public int categoryIndex() {
        return category;
    }

    public double residual() {
        return inventory.residual();
    }

    /** All categories. */
    public List<Impact> impacts() {
        return impacts;
    }

    private List<Impact> computed() {
        double[] values = database.intensities().footprint(demand);
        List<Impact> all = new ArrayList<>();
        boolean uncertain = database.spreads().technosphere().any()
                || database.spreads().biosphere().any();
        for (int c = 0; c < values.length; c++) {
            Optional<double[]> interval = uncertain ? interval(first(c, 0)) : Optional.empty();
            all.add(new Impact(c, database.categories().get(c), values[c], interval));
        }
        return all;
    }

    private FirstOrder first(int of, int most) {
        return FirstOrder.of(
                database.data().matrices(),
                database.intensities(),
                database.spreads(),
                inventory,
                of,
                FirstOrder.Ranking.VARIANCE,
                most);
    }

    /** Of a lognormal with the value as median, or of a normal where it changes its sign. */
    private static Optional<double[]> interval(FirstOrder first) {
        double value = first.value();
        if (first.variance() == 0 || value == 0) {
            return Optional.empty();
        }
        double relative = first.variance() / (value * value);
        if (relative > 4) {
            double half = Uncertainty.Z95 * first.standardDeviation();
            return Optional.of(new double[] {value - half, value + half});
        }
        double k = Math.exp(Uncertainty.Z95 * Spreads.sigmaOf(relative));
        return Optional.of(new double[] {Math.min(value / k, value * k), Math.max(value / k, value * k)});
    }

    /** The official single score in points; absent where no category of the method is known. */
    public Optional<SingleScore> score() {
        Map<EfCategory, Double> known = new EnumMap<>(EfCategory.class);
        for (Impact impact : impacts) {
            if (impact.category() instanceof EfCategory ef) {
                known.put(ef, impact.value());
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(SingleScore.of(known));
    }

    /** The contribution tree in one category, deepest first, at most so many lines. */
    public List<Branch> tree(int most) {
        double total = database.intensities().footprint(demand)[category];
        List<Branch> lines = new ArrayList<>();
        for (Contribution root :
                new ContributionTree(0.01, 6, most).of(database.engine(), database.intensities(), demand, category)) {
            flatten(root, 0, total, lines);
        }
        return lines.subList(0, Math.min(most, lines.size()));
    }

    private static void flatten(Contribution node, int depth, double total, List<Branch> lines) {
        double share = total == 0 ? 0 : node.impact() / total;
        lines.add(new Branch(depth, node.activity(), node.amount(), node.impact(), node.direct(), share));
        node.inputs().forEach(input -> flatten(input, depth + 1, total, lines));
    }

    /** Where the impact is released or taken, the heaviest first. */
    public List<Release> releases(int most) {
        double total = database.intensities().footprint(demand)[category];
        SparseMatrix factors = database.data().factors();
        List<Release> all = new ArrayList<>();
        for (int i = 0; i < database.data().interventions().size(); i++) {
            double factor = factors.get(category, i);
            double flow = inventory.interventions()[i];
            if (factor != 0 && flow != 0) {
                double impact = factor * flow;
                all.add(new Release(
                        database.data().interventions().get(i), flow, factor, impact, total == 0 ? 0 : impact / total));
            }
        }
        all.sort(Comparator.comparingDouble(r -> -Math.abs(r.impact())));
        return all.subList(0, Math.min(most, all.size()));
    }

    /** What the spread of the impact comes from. */
    public List<Cause> causes(int most) {
        FirstOrder first = first(category, most);
        return first.sensitivities().stream()
                .filter(s -> s.variance() > 0)
                .map(s -> new Cause(what(s), process(s.column()), s.variance() / first.variance()))
                .toList();
    }

    private String what(Sensitivity s) {
        return switch (s.place()) {
            case TECHNOSPHERE -> of(s.row()).product();
            case BIOSPHERE -> database.data().interventions().get(s.row()).name();
            case CHARACTERISATION ->
                database.data().interventions().get(s.column()).name();
        };
    }

    private String process(int column) {
        return column < database.data().activities().size() ? of(column).process() : "";
    }

    /** The check by samples. */
    public Samples samples(int runs) {
        return new MonteCarlo(database.engine(), database.spreads(), SAMPLES_SEED)
                .run(List.of(demand), category, runs, run -> {})
                .getFirst();
    }

    /** The inputs of the process itself, those with the largest impact first. */
    public List<Input> inputs(int most) {
        SparseMatrix a = database.data().matrices().technosphere();
        double diagonal = a.get(activity, activity);
        List<Input> inputs = new ArrayList<>();
        for (int p = a.columnStart(activity); p < a.columnStart(activity + 1); p++) {
            int row = a.rowAt(p);
            if (row != activity && a.valueAt(p) != 0) {
                double per = -a.valueAt(p) / diagonal;
                inputs.add(new Input(row, per, per * database.intensities().of(row, category)));
            }
        }
        inputs.sort(Comparator.comparingDouble(i -> -Math.abs(i.impact())));
        return inputs.subList(0, Math.min(most, inputs.size()));
    }

    /**
     * All impacts with one input of the process at another amount per unit of product, by a low-rank update.
     *
     * @return nothing where the changed database has no solution
     */
    public Optional<List<Change>> whatIf(int input, double per) {
        SparseMatrix a = database.data().matrices().technosphere();
        double by = -per * a.get(activity, activity) - a.get(input, activity);
        WhatIf.Outcome outcome =
                WhatIf.of(database.engine(), List.of(new WhatIf.Change(input, activity, by)), Map.of());
        if (!(outcome instanceof WhatIf.Outcome.Changed changed)) {
            return Optional.empty();
        }
        double[] after = changed.whatIf().footprint(database.intensities().direct(), demand);
        List<Change> changes = new ArrayList<>();
        for (Impact impact : impacts) {
            changes.add(new Change(impact.category(), impact.value(), after[impact.index()]));
        }
        return Optional.of(changes);
    }

    /** The flows of impact between processes. */
    org.boucle.core.impact.lca.Sankey flows(int most) {
        return org.boucle.core.impact.lca.Sankey.of(
                database.engine(), database.intensities(), demand, inventory.scaling(), category, most);
    }
}
