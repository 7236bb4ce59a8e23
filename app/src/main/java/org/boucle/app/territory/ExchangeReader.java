package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.exchange.ExchangeProblem.Donor;
import org.boucle.features.territory.exchange.ExchangeProblem.End;
import org.boucle.features.territory.exchange.ExchangeProblem.Hub;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.exchange.ExchangeProblem.Receiver;
import tools.jackson.databind.JsonNode;

/** Exchange problems in JSON: donors, receivers, hubs and links, or matrices of ratios, distances and prices. */
final class ExchangeReader {
    private static final int MOST_ENDS = 2_000;
    private static final int MOST_LINKS = 20_000;

    private final ProblemReader reader = new ProblemReader();
    private final JsonNode root;

    ExchangeReader(JsonNode root) {
        this.root = root;
    }

    ExchangeProblem read() {
        ExchangeProblem problem = root.has("rho") || root.has("available_t") ? ofMatrices() : ofLists();
        reader.issues().throwIfAny();
        return problem;
    }

    private ExchangeProblem ofLists() {
        Map<String, End> from = new HashMap<>();
        Map<String, End> to = new HashMap<>();
        List<Donor> donors = new ArrayList<>();
        int periods = 1;
        for (JsonNode node : reader.list(root.path("donors"), "donors", MOST_ENDS)) {
            String path = "donors[" + donors.size() + "]";
            String id = ProblemReader.id(node, "d" + (donors.size() + 1), "id");
            name(from, id, new End.Site(donors.size()), path);
            List<Double> available = reader.numbers(node.path("available"), path + ".available", 0);
            periods = Math.max(periods, available.size());
            donors.add(new Donor(id, available, reader.numberOr(node, path, 0, 0, "storage")));
        }
        List<Receiver> receivers = new ArrayList<>();
        for (JsonNode node : reader.list(root.path("receivers"), "receivers", MOST_ENDS)) {
            String path = "receivers[" + receivers.size() + "]";
            String id = ProblemReader.id(node, "r" + (receivers.size() + 1), "id");
            name(to, id, new End.Site(receivers.size()), path);
            List<Double> demand = reader.numbers(node.path("demand"), path + ".demand", 0);
            periods = Math.max(periods, demand.size());
            receivers.add(new Receiver(id, demand));
        }
        List<Hub> hubs = root.path("hubs").isEmpty() ? List.of() : hubs(from, to);
        List<Link> links = new ArrayList<>();
        List<JsonNode> nodes =
                root.path("links").isEmpty() ? List.of() : reader.list(root.path("links"), "links", MOST_LINKS);
        for (JsonNode node : nodes) {
            link(node, "links[" + links.size() + "]", from, to).ifPresent(links::add);
        }
        checkPeriods(donors, receivers, periods);
        return reader.issues().isEmpty()
                ? new ExchangeProblem(periods, donors, receivers, hubs, links)
                : new ExchangeProblem(1, List.of(), List.of(), List.of(), List.of());
    }

    private void checkPeriods(List<Donor> donors, List<Receiver> receivers, int periods) {
        for (Donor donor : donors) {
            if (donor.available().size() != periods) {
                reader.issue(
                        "donors." + donor.id(),
                        "territory.problem.periods",
                        donor.available().size(),
                        periods);
            }
        }
        for (Receiver receiver : receivers) {
            if (receiver.demand().size() != periods) {
                reader.issue(
                        "receivers." + receiver.id(),
                        "territory.problem.periods",
                        receiver.demand().size(),
                        periods);
            }
        }
    }

    private void name(Map<String, End> names, String id, End end, String path) {
        if (names.put(id, end) != null) {
            reader.issue(path + ".id", "territory.duplicate", id);
        }
    }

    private List<Hub> hubs(Map<String, End> from, Map<String, End> to) {
        List<Hub> hubs = new ArrayList<>();
        for (JsonNode node : reader.list(root.path("hubs"), "hubs", MOST_ENDS)) {
            String path = "hubs[" + hubs.size() + "]";
            String id = ProblemReader.id(node, "h" + (hubs.size() + 1), "id");
            End end = new End.Hub(hubs.size());
            name(from, id, end, path);
            name(to, id, end, path);
            double yield = reader.numberOr(node, path, 0, 1, "yield");
            if (!(yield > 0)) {
                reader.issue(path + ".yield", "territory.negative", yield);
            }
            hubs.add(new Hub(
                    id,
                    reader.number(node, path, 0, "capacity"),
                    reader.numberOr(node, path, 0, 0, "fixed"),
                    yield > 0 ? yield : 1,
                    reader.findNumber(node, path, -ProblemReader.MOST, "limit")));
        }
        return hubs;
    }

    private Optional<Link> link(JsonNode node, String path, Map<String, End> from, Map<String, End> to) {
        String out = ProblemReader.id(node, "", "from");
        String in = ProblemReader.id(node, "", "to");
        if (!from.containsKey(out) || !to.containsKey(in)) {
            reader.issue(path, "territory.problem.end", from.containsKey(out) ? in : out);
            return Optional.empty();
        }
        if (from.get(out) instanceof End.Hub && to.get(in) instanceof End.Hub) {
            reader.issue(path, "territory.hub.circular", out);
            return Optional.empty();
        }
        double ratio = reader.numberOr(node, path, 0, 1, "ratio");
        if (!(ratio > 0)) {
            reader.issue(path + ".ratio", "territory.negative", ratio);
            return Optional.empty();
        }
        return Optional.of(new Link(
                ProblemReader.id(node, out + "->" + in, "id"),
                from.get(out),
                to.get(in),
                reader.number(node, path, -ProblemReader.MOST, "eur"),
                reader.numberOr(node, path, 0, 0, "fixed"),
                reader.numberOr(node, path, 0, 0, "lot"),
                reader.numberOr(node, path, 0, ProblemReader.MOST, "most"),
                ratio,
                reader.numberOr(node, path, -ProblemReader.MOST, 0, "kg"),
                reader.numberOr(node, path, -ProblemReader.MOST, 0, "quality")));
    }

    /** {@code gain = ratio · virgin price + disposal price − km · transport}, and CO2 likewise; no ratio, no link. */
    private ExchangeProblem ofMatrices() {
        List<Double> available = reader.numbers(root.path("available_t"), "available_t", 0);
        List<Double> demand = reader.numbers(root.path("demand_t"), "demand_t", 0);
        double fixed = reader.numberOr(root, "", 0, 0, "fixed_eur_per_link");
        double lot = reader.numberOr(root, "", 0, 0, "min_lot_t");
        double transport = reader.numberOr(root, "", 0, 0, "transport_eur_tkm");
        double carbon = reader.numberOr(root, "", 0, 0, "co2_transport_kg_tkm");
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < available.size(); i++) {
            for (int j = 0; j < demand.size(); j++) {
                JsonNode ratio = root.path("rho").path(i).path(j);
                if (ratio.isNumber() && ratio.asDouble() > 0 && ratio.asDouble() <= ProblemReader.MOST) {
                    double km = cell(root.path("km").path(i).path(j), "km[" + i + "][" + j + "]");
                    double rho = ratio.asDouble();
                    links.add(Link.direct(
                            (i + 1) + "->" + (j + 1),
                            i,
                            j,
                            rho * at("virgin_price", j) + at("disposal_price", i) - km * transport,
                            fixed,
                            lot,
                            ProblemReader.MOST,
                            rho,
                            rho * at("co2_virgin_kg_t", j) + at("co2_disposal_kg_t", i) - km * carbon));
                } else if (!ratio.isNull() && !ratio.isMissingNode() && !(ratio.isNumber() && ratio.asDouble() == 0)) {
                    reader.issue("rho[" + i + "][" + j + "]", "territory.number", ratio.asString("?"));
                }
            }
        }
        List<Donor> donors = new ArrayList<>();
        List<Receiver> receivers = new ArrayList<>();
        available.forEach(a -> donors.add(new Donor(String.valueOf(donors.size() + 1), List.of(a))));
        demand.forEach(d -> receivers.add(new Receiver(String.valueOf(receivers.size() + 1), List.of(d))));
        return new ExchangeProblem(1, donors, receivers, List.of(), links);
    }

    private double at(String name, int index) {
        return root.has(name) ? cell(root.path(name).path(index), name + "[" + index + "]") : 0;
    }

    private double cell(JsonNode node, String path) {
        return node.isMissingNode() || node.isNull()
                ? 0
                : reader.numbers(node, path, -ProblemReader.MOST).stream()
                        .findFirst()
                        .orElse(0.0);
    }
}
