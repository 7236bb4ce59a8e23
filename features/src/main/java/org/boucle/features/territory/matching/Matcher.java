package org.boucle.features.territory.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.WasteEntry;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Place;

/**
 * Finds for each flow its best partners: every pair is gated and scored in effect, and the index leaves unopened only
 * what it proves to be no better. Signatures are linked once, and flows of one signature stand in a {@link FlowTree}.
 */
public final class Matcher {
    private final Catalog catalog;
    private final Weights weights;
    private final Map<String, Prepared> prepared = new LinkedHashMap<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final Map<Direction, Map<Integer, List<FlowTree>>> trees = new EnumMap<>(Direction.class);
    private final Map<Integer, List<Edge>> edges = new HashMap<>();
    private final Links links;

    private record Edge(int partner, Link link, Reach reach) {}

    public Matcher(Inventory inventory, Catalog catalog, Weights weights) {
        this.catalog = catalog;
        this.weights = weights;
        Map<Signature, Integer> numbers = new HashMap<>();
        Map<Direction, Map<Integer, List<Prepared>>> groups = new EnumMap<>(Direction.class);
        for (Flow flow : inventory.flows()) {
            Prepared ready = new Prepared(flow, inventory.siteOf(flow), isHazardous(flow, inventory));
            ready.signature = numbers.computeIfAbsent(Signature.of(flow), signature -> {
                signatures.add(signature);
                return signatures.size() - 1;
            });
            prepared.put(flow.id(), ready);
            groups.computeIfAbsent(flow.direction(), d -> new HashMap<>())
                    .computeIfAbsent(ready.signature, n -> new ArrayList<>())
                    .add(ready);
        }
        links = new Links(catalog, signatures);
        link(groups.getOrDefault(Direction.OUT, Map.of()), groups.getOrDefault(Direction.IN, Map.of()));
        groups.forEach((direction, bySignature) -> bySignature.forEach((number, members) ->
                trees.computeIfAbsent(direction, d -> new HashMap<>()).put(number, plant(direction, members))));
    }

    /** Two trees of the receivers, with and without permit, since a hazardous waste needs one; givers stand together. */
    private List<FlowTree> plant(Direction direction, List<Prepared> members) {
        Map<Boolean, List<Prepared>> byPermit = new LinkedHashMap<>();
        for (Prepared member : members) {
            boolean permitted = direction == Direction.IN && member.canGoAnywhere();
            byPermit.computeIfAbsent(permitted, key -> new ArrayList<>()).add(member);
        }
        return byPermit.values().stream().map(this::tree).toList();
    }

    private boolean isHazardous(Flow flow, Inventory inventory) {
        boolean byCode = !flow.wasteCode().isEmpty()
                && catalog.wastes()
                        .find(flow.wasteCode(), inventory.date())
                        .map(WasteEntry::hazardous)
                        .orElse(false);
        return byCode || !flow.hazards().isEmpty();
    }

    private void link(Map<Integer, List<Prepared>> outs, Map<Integer, List<Prepared>> ins) {
        for (int out : outs.keySet()) {
            for (int in : ins.keySet()) {
                links.find(signatures.get(out), signatures.get(in)).ifPresent(link -> {
                    Reach reach = Reach.of(catalog, signatures.get(out), signatures.get(in));
                    edges.computeIfAbsent(~out, n -> new ArrayList<>()).add(new Edge(in, link, reach));
                    edges.computeIfAbsent(in, n -> new ArrayList<>()).add(new Edge(out, link, reach));
                });
            }
        }
    }

    private FlowTree tree(List<Prepared> members) {
        double perKm = weights.of(FactorName.DISTANCE) / 30;
        double[] scale = {perKm, perKm, perKm, weights.of(FactorName.QUANTITY)};
        return new FlowTree(members.toArray(Prepared[]::new), commonKey(members), scale);
    }

    private static Prepared.Key commonKey(List<Prepared> members) {
        Map<Prepared.Key, Integer> counts = new HashMap<>();
        for (Prepared member : members) {
            for (Trait trait : member.traits) {
                counts.merge(new Prepared.Key(trait.name(), trait.dimension()), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Prepared.Key, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().name()))
                .map(Map.Entry::getKey)
                .orElse(Prepared.Key.NONE);
    }

    /** The best partners of every flow, at most {@code keep} each. */
    public Matching match(int keep) {
        Map<String, List<Candidate>> found = new ConcurrentHashMap<>();
        LongAdder rated = new LongAdder();
        prepared.values().parallelStream().forEach(flow -> {
            Search search = search(flow, keep);
            rated.add(search.rated());
            found.put(flow.flow.id(), Arrays.asList(search.best()));
        });
        return new Matching(found, rated.sum());
    }

    /** The best partners of one flow. */
    public List<Candidate> best(String flow, int keep) {
        return Arrays.asList(search(prepared(flow), keep).best());
    }

    private Search search(Prepared flow, int keep) {
        Search search = new Search(flow, weights, keep);
        boolean giving = flow.flow.direction() == Direction.OUT;
        Map<Integer, List<FlowTree>> opposite =
                trees.getOrDefault(flow.flow.direction().opposite(), Map.of());
        List<Search.Walk> walks = new ArrayList<>();
        for (Edge edge : edges.getOrDefault(giving ? ~flow.signature : flow.signature, List.of())) {
            for (FlowTree tree : opposite.get(edge.partner())) {
                walks.add(new Search.Walk(tree, edge.link(), edge.reach()));
            }
        }
        search.walk(walks);
        return search;
    }

    /** Everything that the matcher says of a pair: the gate that is closed, or each factor with its grounds. */
    public Explanation explain(String out, String in) {
        Prepared donor = prepared(out);
        Prepared receiver = prepared(in);
        if (donor.flow.kind() != receiver.flow.kind()) {
            return new Explanation.Refused(Gate.KIND);
        }
        Signature from = signatures.get(donor.signature);
        Signature to = signatures.get(receiver.signature);
        Optional<Link> link = links.find(from, to);
        if (link.isEmpty()) {
            return new Explanation.Refused(Gate.CODE);
        }
        double[] factors = new double[FactorName.values().length];
        Gate gate = Scorer.rate(donor, receiver, link.get(), Reach.of(catalog, from, to), factors);
        return gate == Gate.OPEN ? scored(donor, receiver, link.get(), factors) : new Explanation.Refused(gate);
    }

    private Explanation scored(Prepared donor, Prepared receiver, Link link, double[] factors) {
        Map<FactorName, Double> named = new EnumMap<>(FactorName.class);
        for (FactorName name : FactorName.values()) {
            named.put(name, factors[name.ordinal()]);
        }
        return new Explanation.Scored(
                named,
                weights.score(factors),
                link.basis(),
                link.rule(),
                link.ratio(),
                Place.groundKm(donor.chord(receiver)),
                Scorer.wishes(donor, receiver, link));
    }

    private Prepared prepared(String flow) {
        Prepared ready = prepared.get(flow);
        if (ready == null) {
            throw new IllegalArgumentException("No flow '" + flow + "' was given to the matcher");
        }
        return ready;
    }

    public Weights weights() {
        return weights;
    }
}
