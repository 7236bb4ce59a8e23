package org.boucle.features.territory.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Rule;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.inventory.Site;

/** The specification word for word, pair by pair, without index, preparation or bounds; for flows with a code or resource. */
final class PlainMatcher {
    private final Inventory inventory;
    private final Catalog catalog;

    PlainMatcher(Inventory inventory, Catalog catalog) {
        this.inventory = inventory;
        this.catalog = catalog;
    }

    List<Candidate> best(Flow flow, int keep) {
        List<Candidate> all = new ArrayList<>();
        for (Flow other : inventory.flows()) {
            if (other.direction() != flow.direction()) {
                Flow out = flow.direction() == Direction.OUT ? flow : other;
                Flow in = flow.direction() == Direction.OUT ? other : flow;
                score(out, in).ifPresent(score -> all.add(new Candidate(out.id(), in.id(), score)));
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(c -> flow.direction() == Direction.OUT ? c.in() : c.out()));
        return all.subList(0, Math.min(keep, all.size()));
    }

    OptionalDouble score(Flow out, Flow in) {
        if (out.kind() != in.kind() || out.site().equals(in.site())) {
            return OptionalDouble.empty();
        }
        double best = -1;
        int bestHierarchy = 0;
        Optional<Rule> bestRule = Optional.empty();
        for (Rule rule : catalog.rules()) {
            double code = ruleFactor(rule, out, in);
            int hierarchy =
                    catalog.findOperation(rule.operation()).orElseThrow().hierarchy();
            if (code > best || (code == best && hierarchy > bestHierarchy)) {
                best = code;
                bestHierarchy = hierarchy;
                bestRule = Optional.of(rule);
            }
        }
        if (best <= 0 && !out.resource().isEmpty() && out.resource().equals(in.resource())) {
            best = 1;
            bestHierarchy = out.kind().isShared() ? 5 : 4;
            bestRule = Optional.empty();
        }
        return best <= 0 ? OptionalDouble.empty() : product(out, in, best, bestHierarchy, bestRule);
    }

    private static double ruleFactor(Rule rule, Flow out, Flow in) {
        if (!rule.resources().contains(in.resource())) {
            return -1;
        }
        if (!rule.isForWasteCode()) {
            boolean mine =
                    rule.donor().equals(out.kind().name()) || rule.donor().equals(out.kind() + ":" + out.resource());
            return mine && out.resource().equals(in.resource()) ? 1 : -1;
        }
        if (out.wasteCode().equals(rule.donor())) {
            return 1;
        }
        if (out.wasteCode().length() == 6
                && out.wasteCode().startsWith(rule.donor().substring(0, 4))) {
            return 0.7;
        }
        return out.wasteCode().length() == 6
                        && out.wasteCode().startsWith(rule.donor().substring(0, 2))
                ? 0.4
                : -1;
    }

    private OptionalDouble product(Flow out, Flow in, double code, int hierarchy, Optional<Rule> rule) {
        Site from = inventory.siteOf(out);
        Site to = inventory.siteOf(in);
        double decay = catalog.findResource(in.resource()).orElseThrow().decayKm();
        double reach = catalog.findResource(in.resource()).orElseThrow().reachKm();
        if (out.kind() == FlowKind.HEAT) {
            double t = out.findProperty("temperature").orElseThrow().typical();
            decay = t > 150 ? 2 : t >= 60 ? 8 : 1;
            reach = t > 150 ? 5 : t >= 60 ? 15 : 2;
        }
        double km = from.place().kmTo(to.place());
        boolean hazardous = !out.wasteCode().isEmpty()
                && catalog.wastes()
                        .find(out.wasteCode(), inventory.date())
                        .orElseThrow()
                        .hazardous();
        double properties = properties(out, in, rule);
        double time = 0;
        for (int month = 0; month < 12; month++) {
            time += Math.min(out.profile().share(month), in.profile().share(month));
        }
        boolean legal =
                !hazardous || out.status() != LegalStatus.WASTE || !to.permits().isEmpty();
        if (km > reach || !legal || properties < 0 || time <= 0) {
            return OptionalDouble.empty();
        }
        boolean unusual = rule.isPresent()
                && Character.isDigit(rule.get().donor().charAt(0))
                && !rule.get().activities().isEmpty()
                && rule.get().activities().stream().noneMatch(to.activity()::startsWith);
        double need = in.perYear() / rule.map(Rule::ratio).orElse(1.0);
        double legalFactor = hazardous ? 0.4 : out.status() == LegalStatus.WASTE ? 0.6 : 1;
        return OptionalDouble.of(Math.pow(unusual ? 0.7 * code : code, 0.25)
                * Math.pow(properties, 0.2)
                * Math.pow(Math.min(out.perYear(), need) / Math.max(out.perYear(), need), 0.15)
                * Math.pow(Math.exp(-km / decay), 0.15)
                * Math.pow(Math.min(1, time), 0.1)
                * Math.pow(legalFactor, 0.1)
                * Math.pow(hierarchy / 5.0, 0.05));
    }

    private static double properties(Flow out, Flow in, Optional<Rule> rule) {
        List<Property> wanted = new ArrayList<>(in.properties());
        rule.map(Rule::limits).orElse(List.of()).stream()
                .filter(limit -> in.findProperty(limit.name()).isEmpty())
                .forEach(wanted::add);
        double sum = 0;
        for (Property want : wanted) {
            Optional<Property> found = out.findProperty(want.name());
            if (found.isEmpty()) {
                sum += 0.5;
                continue;
            }
            double value = in(found.get().unit(), want.unit(), found.get().typical());
            double offered = out.kind() == FlowKind.HEAT ? value - 10 : value;
            if (offered < want.min() - 1e-9 || offered > want.max() + 1e-9) {
                return -1;
            }
            sum += 1;
        }
        return wanted.isEmpty() ? 1 : sum / wanted.size();
    }

    private static double in(String from, String to, double value) {
        Unit unit = Units.find(from).orElseThrow();
        return unit.convert(value, Units.find(to).orElseThrow());
    }
}
