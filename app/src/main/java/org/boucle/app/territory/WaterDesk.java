package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.water.FixedFlow;
import org.boucle.features.territory.water.FixedLoad;
import org.boucle.features.territory.water.Pipes;

/** Water networks of the territory: least fresh water for given flows and for given loads, pipes that leak included. */
public final class WaterDesk {
    private static final double HOURS = 8760;
    private static final int MOST_STREAMS = 120;
    private static final Unit GRAMS_PER_HOUR = Units.find("g/h").orElseThrow();

    private final LinearSolver solver;

    WaterDesk(LinearSolver solver) {
        this.solver = solver;
    }

    /** Water from one flow to another, t/h: what leaves and what leaks on the way. */
    public record Pipe(String from, String to, double sent, double lost) {}

    /**
     * An answer.
     *
     * @param today fresh water without exchange, t/h
     * @param fresh least fresh water, t/h
     * @param waste left, t/h
     * @param alone least fresh water of each company by itself, t/h
     * @param outcome empty where solved, {@code empty} where there is no data, else what the solver said
     */
    public record Network(
            double today,
            double fresh,
            double waste,
            double leaked,
            Map<String, Double> alone,
            List<Pipe> pipes,
            String outcome) {
        public Network {
            alone = new LinkedHashMap<>(alone);
            pipes = List.copyOf(pipes);
        }

        static Network none(double today, String outcome) {
            return new Network(today, today, 0, 0, Map.of(), List.of(), outcome);
        }
    }

    private static boolean isWater(Flow flow, Direction direction) {
        return flow.kind() == FlowKind.WATER
                && flow.direction() == direction
                && flow.findProperty(Property.CONTAMINANT).isPresent();
    }

    /** Given flows: needs with their limits, discharges with what they carry. */
    Network fixedFlow(Inventory inventory, double lostPerKm) {
        List<Flow> needs = new ArrayList<>();
        List<Flow> offers = new ArrayList<>();
        for (Flow flow : inventory.flows()) {
            if (isWater(flow, Direction.IN) && needs.size() < MOST_STREAMS) {
                needs.add(flow);
            } else if (isWater(flow, Direction.OUT)
                    && !flow.terms().operation().isEmpty()
                    && offers.size() < MOST_STREAMS) {
                offers.add(flow);
            }
        }
        List<FixedFlow.Stream> sinks = needs.stream()
                .map(f -> new FixedFlow.Stream(f.id(), f.perYear() / HOURS, ppm(f, Property.CONTAMINANT, true)))
                .toList();
        List<FixedFlow.Stream> sources = offers.stream()
                .map(f -> new FixedFlow.Stream(f.id(), f.perYear() / HOURS, ppm(f, Property.CONTAMINANT, false)))
                .toList();
        double today =
                sinks.stream().mapToDouble(FixedFlow.Stream::tonnesPerHour).sum();
        if (sinks.isEmpty() || sources.isEmpty()) {
            return Network.none(today, "empty");
        }
        double[][] lost = lost(inventory, offers, needs, lostPerKm);
        Outcome outcome = solver.solve(FixedFlow.model(sinks, sources, lost), Limits.USUAL);
        if (!(outcome instanceof Outcome.Solved solved)) {
            return Network.none(today, outcome.toString());
        }
        List<Pipe> pipes = pipes(solved.point(), sinks.size(), offers, needs, lost);
        double offered =
                sources.stream().mapToDouble(FixedFlow.Stream::tonnesPerHour).sum();
        double sent = pipes.stream().mapToDouble(Pipe::sent).sum();
        return new Network(today, solved.value(), offered - sent, leaked(pipes), Map.of(), pipes, "");
    }

    private static double leaked(List<Pipe> pipes) {
        return pipes.stream().mapToDouble(Pipe::lost).sum();
    }

    private static List<Pipe> pipes(double[] point, int offset, List<Flow> from, List<Flow> to, double[][] lost) {
        List<Pipe> pipes = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                double sent = point[offset + i * to.size() + j];
                if (sent > 1e-6) {
                    pipes.add(new Pipe(from.get(i).id(), to.get(j).id(), sent, sent * lost[i][j]));
                }
            }
        }
        pipes.sort(Comparator.comparingDouble(Pipe::sent).reversed());
        return pipes;
    }

    private static double[][] lost(Inventory inventory, List<Flow> from, List<Flow> to, double perKm) {
        double[][] lost = new double[from.size()][to.size()];
        for (int i = 0; i < lost.length; i++) {
            for (int j = 0; j < to.size(); j++) {
                double km = inventory
                        .siteOf(from.get(i))
                        .place()
                        .kmTo(inventory.siteOf(to.get(j)).place());
                lost[i][j] = Pipes.lost(perKm, km);
            }
        }
        return lost;
    }

    private static double ppm(Flow flow, String name, boolean most) {
        return flow.findProperty(name)
                .map(p -> most ? p.max() : p.typical())
                .map(value -> Double.isFinite(value) ? Math.max(0, value) : 0)
                .orElse(0.0);
    }

    /** Given loads: uses of water with limits at inlet and outlet; each company alone, then all together. */
    Network fixedLoad(Inventory inventory, double lostPerKm) {
        List<Flow> uses = inventory.flows().stream()
                .filter(flow -> isWater(flow, Direction.IN)
                        && flow.findProperty(Property.OUTLET).isPresent())
                .filter(flow -> ppm(flow, Property.OUTLET, true) > ppm(flow, Property.CONTAMINANT, true))
                .limit(MOST_STREAMS)
                .toList();
        if (uses.isEmpty()) {
            return Network.none(0, "empty");
        }
        List<FixedLoad.Process> processes =
                uses.stream().map(WaterDesk::process).toList();
        double today = FixedLoad.withoutReuse(processes);
        double[][] lost = lost(inventory, uses, uses, lostPerKm);
        Outcome outcome = solver.solve(FixedLoad.model(processes, lost), Limits.USUAL);
        if (!(outcome instanceof Outcome.Solved solved)) {
            return Network.none(today, outcome.toString());
        }
        List<Pipe> pipes = pipes(solved.point(), 2 * uses.size(), uses, uses, lost);
        double waste = 0;
        for (int j = 0; j < uses.size(); j++) {
            waste += solved.point()[uses.size() + j];
        }
        return new Network(
                today, solved.value(), waste, leaked(pipes), alone(inventory, uses, processes, lostPerKm), pipes, "");
    }

    /** The load is as declared (property load), else what today's flow takes up between its two limits. */
    private static FixedLoad.Process process(Flow flow) {
        double inlet = ppm(flow, Property.CONTAMINANT, true);
        double outlet = ppm(flow, Property.OUTLET, true);
        double load = flow.findProperty("load")
                .flatMap(p -> Units.find(p.unit())
                        .filter(unit -> unit.isCompatible(GRAMS_PER_HOUR))
                        .map(unit -> unit.convert(p.typical(), GRAMS_PER_HOUR)))
                .filter(grams -> grams > 0)
                .orElse(flow.perYear() / HOURS * (outlet - inlet));
        return new FixedLoad.Process(flow.id(), inlet, outlet, load);
    }

    private Map<String, Double> alone(
            Inventory inventory, List<Flow> uses, List<FixedLoad.Process> processes, double lostPerKm) {
        Map<String, List<Integer>> byCompany = new LinkedHashMap<>();
        for (int i = 0; i < uses.size(); i++) {
            byCompany
                    .computeIfAbsent(inventory.siteOf(uses.get(i)).company(), key -> new ArrayList<>())
                    .add(i);
        }
        Map<String, Double> alone = new LinkedHashMap<>();
        byCompany.forEach((company, mine) -> {
            List<Flow> flows = mine.stream().map(uses::get).toList();
            LinearModel model = FixedLoad.model(
                    mine.stream().map(processes::get).toList(), lost(inventory, flows, flows, lostPerKm));
            Optional<Double> fresh = solver.solve(model, Limits.USUAL) instanceof Outcome.Solved solved
                    ? Optional.of(solved.value())
                    : Optional.empty();
            fresh.ifPresent(value -> alone.put(company, value));
        });
        return alone;
    }
}
