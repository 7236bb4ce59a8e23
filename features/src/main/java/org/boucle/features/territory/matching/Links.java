package org.boucle.features.territory.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.text.Language;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Operation;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.catalog.Rule;

/** Finds the best ground on which an outgoing and an incoming signature fit, from the rules, the codes and the words. */
final class Links {
    /** Less alike than this, words say nothing. */
    static final double LEAST_COSINE = 0.2;

    private static final Comparator<Link> BEST =
            Comparator.comparingDouble(Link::code).thenComparingInt(Link::hierarchy);

    private final Catalog catalog;
    private final Words words;
    private final Map<Signature, Map<String, Double>> vectors = new HashMap<>();

    Links(Catalog catalog, Iterable<Signature> signatures) {
        this.catalog = catalog;
        Map<Signature, String> texts = new HashMap<>();
        signatures.forEach(signature -> texts.put(signature, text(signature)));
        words = new Words(texts.values());
        texts.forEach((signature, text) -> vectors.put(signature, words.vector(text)));
    }

    Map<String, Double> vector(Signature signature) {
        return vectors.getOrDefault(signature, Map.of());
    }

    Optional<Link> find(Signature out, Signature in) {
        if (out.kind() != in.kind()) {
            return Optional.empty();
        }
        if (!out.isDesignated() || !in.isDesignated()) {
            return byWords(out, in);
        }
        return java.util.stream.Stream.of(byResource(out, in), byRule(out, in), byCode(out, in))
                .flatMap(Optional::stream)
                .max(BEST);
    }

    private Optional<Link> byResource(Signature out, Signature in) {
        if (out.resource().isEmpty() || !out.resource().equals(in.resource())) {
            return Optional.empty();
        }
        String precise = out.kind() + ":" + out.resource();
        Optional<Rule> rule = catalog.rules().stream()
                .filter(r -> (r.donor().equals(out.kind().name()) || r.donor().equals(precise))
                        && r.resources().contains(out.resource()))
                .findFirst();
        String operation = rule.map(Rule::operation).orElse(out.kind().isShared() ? "SHARE" : "REUSE");
        return Optional.of(link(Basis.SAME_RESOURCE, 1, rule, operation));
    }

    private Optional<Link> byRule(Signature out, Signature in) {
        if (out.wasteCode().isEmpty() || in.resource().isEmpty()) {
            return Optional.empty();
        }
        Optional<Link> best = Optional.empty();
        for (Rule rule : catalog.rules()) {
            int digits = rule.isForWasteCode() && rule.resources().contains(in.resource())
                    ? common(rule.donor(), out.wasteCode())
                    : 0;
            if (digits >= 2) {
                Basis basis = digits == 6 ? Basis.RULE_EXACT : digits >= 4 ? Basis.RULE_SUBCHAPTER : Basis.RULE_CHAPTER;
                Link link = link(basis, basis.factor(), Optional.of(rule), rule.operation());
                best = best.filter(old -> BEST.compare(old, link) >= 0).or(() -> Optional.of(link));
            }
        }
        return best;
    }

    private Optional<Link> byCode(Signature out, Signature in) {
        if (out.wasteCode().isEmpty() || in.wasteCode().isEmpty()) {
            return Optional.empty();
        }
        int digits = common(out.wasteCode(), in.wasteCode());
        if (digits < 2) {
            return Optional.empty();
        }
        Basis basis = digits == 6 ? Basis.SAME_CODE : digits >= 4 ? Basis.SAME_SUBCHAPTER : Basis.SAME_CHAPTER;
        return Optional.of(link(basis, basis.factor(), Optional.empty(), "R13"));
    }

    private Optional<Link> byWords(Signature out, Signature in) {
        double cosine = Words.cosine(vector(out), vector(in));
        if (cosine < LEAST_COSINE) {
            return Optional.empty();
        }
        String operation = out.kind().isShared() ? "SHARE" : "R13";
        return Optional.of(link(Basis.TEXT, Basis.TEXT.factor() * Math.min(1, cosine), Optional.empty(), operation));
    }

    private Link link(Basis basis, double code, Optional<Rule> rule, String operation) {
        int hierarchy =
                catalog.findOperation(operation).map(Operation::hierarchy).orElse(1);
        return new Link(basis, code, rule, rule.map(Rule::ratio).orElse(1.0), hierarchy);
    }

    /** How many leading digits two codes share: 6, 4, 2 or 0. */
    static int common(String a, String b) {
        for (int digits = 6; digits >= 2; digits -= 2) {
            if (a.length() >= digits && b.length() >= digits && a.regionMatches(0, b, 0, digits)) {
                return digits;
            }
        }
        return 0;
    }

    private String text(Signature signature) {
        if (!signature.isDesignated()) {
            return signature.text();
        }
        StringBuilder text = new StringBuilder();
        for (Language language : List.of(Language.EN, Language.FR)) {
            catalog.findResource(signature.resource())
                    .map((Resource r) -> r.label(language))
                    .ifPresent(label -> text.append(label).append(' '));
            catalog.wastes()
                    .find(signature.wasteCode(), java.time.LocalDate.of(2020, 1, 1))
                    .ifPresent(entry -> text.append(entry.label(language)).append(' '));
        }
        return Signature.folded(text.toString());
    }
}
