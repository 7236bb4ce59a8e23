package org.boucle.core.factors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Factors that are found by code or by name, with a stated fallback: country, then wider region, then world, then the
 * nearest other country; the year, then the nearest year; the flow, then the more general flow of its dotted code.
 */
public final class FactorLibrary {
    private final Geographies geographies;
    private final Map<String, Factor> byId;
    private final Map<String, List<Factor>> byCode;
    private final Map<String, Map<String, List<Factor>>> byImpact;
    private final NameIndex names;

    private FactorLibrary(Geographies geographies, List<Factor> factors) {
        this.geographies = geographies;
        this.byId = new LinkedHashMap<>();
        this.byCode = new TreeMap<>();
        for (Factor factor : factors) {
            if (byId.put(factor.id(), factor) != null) {
                throw new IllegalArgumentException("Two factors have the id '" + factor.id() + "'");
            }
            byCode.computeIfAbsent(factor.code(), c -> new ArrayList<>()).add(factor);
        }
        this.byImpact = new HashMap<>();
        byCode.forEach((code, all) -> byImpact.put(code, all.stream().collect(Collectors.groupingBy(Factor::impact))));
        this.names = NameIndex.of(byCode);
    }

    public static FactorLibrary of(List<Factor> factors) {
        return new FactorLibrary(Geographies.shipped(), factors);
    }

    /** The tables that ship with the product. */
    public static FactorLibrary shipped() {
        return Shipped.LIBRARY;
    }

    /** This library with more factors; an added factor of a known id replaces it. */
    public FactorLibrary with(List<Factor> more) {
        Map<String, Factor> all = new LinkedHashMap<>(byId);
        more.forEach(f -> all.put(f.id(), f));
        return new FactorLibrary(geographies, List.copyOf(all.values()));
    }

    public List<Factor> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Factor> findById(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All factors of exactly this flow. */
    public List<Factor> ofCode(String code) {
        return List.copyOf(byCode.getOrDefault(code, List.of()));
    }

    public boolean hasCode(String code) {
        return byCode.containsKey(code);
    }

    /** The codes whose names best answer a few words of French or English, best first. */
    public List<String> search(String words, int atMost) {
        return names.search(words, atMost);
    }

    /** The code that a user's words mean: the code itself, or the best name that answers every word. */
    public Optional<String> findCode(String codeOrName) {
        return findCode(codeOrName, List.of(""));
    }

    /** {@link #findCode(String)} that prefers codes with one of these beginnings, the first the most. */
    public Optional<String> findCode(String codeOrName, List<String> preferred) {
        String code = codeOrName.strip();
        if (byCode.containsKey(code)) {
            return Optional.of(code);
        }
        List<String> answers = names.searchAll(code, 500);
        return preferred.stream()
                .flatMap(start ->
                        answers.stream().filter(a -> a.startsWith(start)).limit(1))
                .findFirst()
                .or(() -> answers.stream().findFirst())
                .or(() -> generalised(code));
    }

    /** A dotted code that nobody has, of a family that somebody has: material.steel.stainless of material.steel. */
    private Optional<String> generalised(String code) {
        boolean dotted = code.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
        boolean known = dotted && (byCode.containsKey(parent(code)) || byCode.containsKey(parent(parent(code))));
        return known ? Optional.of(code) : Optional.empty();
    }

    /** The one best factor, whatever part of the life cycle it covers. */
    public Optional<FactorMatch> find(FactorQuery query) {
        return findParts(query).stream().findFirst();
    }

    /**
     * The factors that together answer the query: one that covers everything, or the direct and the upstream one side by
     * side. Empty where nothing of the flow, nor of a more general one, has this impact.
     */
    public List<FactorMatch> findParts(FactorQuery query) {
        for (String code = query.code(); !code.isEmpty(); code = parent(code)) {
            List<Factor> candidates = candidates(code, query);
            if (!candidates.isEmpty()) {
                return parts(candidates, query);
            }
        }
        return List.of();
    }

    /** Of a flow and an impact, best first. */
    private List<Factor> candidates(String code, FactorQuery query) {
        List<Ranked> ranked = new ArrayList<>();
        for (Factor factor : byImpact.getOrDefault(code, Map.of()).getOrDefault(query.impact(), List.of())) {
            if (query.unit().isEmpty()
                    || factor.unit().isCompatible(query.unit().get())) {
                int distance = geographies.distance(query.geography(), factor.geography());
                ranked.add(new Ranked(factor, distance, factor.period().distance(query.year())));
            }
        }
        ranked.sort(PREFERENCE);
        return ranked.stream().map(Ranked::factor).toList();
    }

    /** A candidate with what its choice depends on, computed once. */
    private record Ranked(Factor factor, int distance, int years) {}

    private static final Comparator<Ranked> PREFERENCE = Comparator.comparingInt(Ranked::distance)
            .thenComparingInt(Ranked::years)
            .thenComparingInt(r -> -r.factor().period().lastYear())
            .thenComparing(r -> r.factor().id());

    private List<FactorMatch> parts(List<Factor> candidates, FactorQuery query) {
        Factor best = candidates.getFirst();
        boolean half = best.boundary() == Boundary.DIRECT || best.boundary() == Boundary.UPSTREAM;
        if (!half) {
            return List.of(match(best, query));
        }
        List<FactorMatch> parts = new ArrayList<>();
        for (Boundary boundary : List.of(Boundary.DIRECT, Boundary.UPSTREAM)) {
            candidates.stream()
                    .filter(f -> f.boundary() == boundary)
                    .findFirst()
                    .ifPresent(f -> parts.add(match(f, query)));
        }
        return List.copyOf(parts);
    }

    private FactorMatch match(Factor factor, FactorQuery query) {
        List<Fallback> fallbacks = new ArrayList<>();
        if (!factor.code().equals(query.code())) {
            fallbacks.add(new Fallback.Flow(query.code(), factor.code()));
        }
        if (!factor.geography().equals(query.geography()) && !universal(factor)) {
            fallbacks.add(new Fallback.Place(query.geography(), factor.geography()));
        }
        if (factor.period().distance(query.year()) > 0) {
            fallbacks.add(new Fallback.Year(query.year(), factor.period()));
        }
        return new FactorMatch(factor, fallbacks);
    }

    /** A combustion factor or a potential holds everywhere: the world is no fallback for it. */
    private static boolean universal(Factor factor) {
        return factor.geography().equals(Geography.WORLD)
                && (factor.boundary() == Boundary.DIRECT || factor.boundary() == Boundary.DEFINITION);
    }

    private static String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    private static final class Shipped {
        private static final FactorLibrary LIBRARY =
                new FactorLibrary(Geographies.shipped(), FactorTables.readShipped());
    }
}
