package org.boucle.core.factors;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words of the names in both languages, without accents and case, to the codes that carry them. */
final class NameIndex {
    private final Map<String, Set<String>> codesByWord = new HashMap<>();
    private final Map<String, Integer> wordsOfCode = new HashMap<>();
    private final Map<String, Integer> factorsOfCode = new HashMap<>();

    private NameIndex() {}

    static NameIndex of(Map<String, List<Factor>> byCode) {
        NameIndex index = new NameIndex();
        byCode.forEach((code, factors) -> {
            Set<String> words = new HashSet<>(words(code.replace('.', ' ')));
            Factor first = factors.getFirst();
            words.addAll(words(first.name().fr()));
            words.addAll(words(first.name().en()));
            words.forEach(w ->
                    index.codesByWord.computeIfAbsent(w, x -> new HashSet<>()).add(code));
            index.wordsOfCode.put(code, words.size());
            index.factorsOfCode.put(code, factors.size());
        });
        return index;
    }

    /**
     * Codes with the most words of the query, rare words counting more; then the more general flow, the one known in many
     * places, the plainest name.
     */
    List<String> search(String query, int atMost) {
        return ranked(scores(words(shortened(query))), atMost);
    }

    /** Like {@link #search}, only codes that answer every word of the query. */
    List<String> searchAll(String query, int atMost) {
        Set<String> words = words(shortened(query));
        Map<String, Double> scores = scores(words);
        words.forEach(word -> scores.keySet().retainAll(matching(word).keySet()));
        return ranked(scores, atMost);
    }

    private static String shortened(String query) {
        return query.length() > 200 ? query.substring(0, 200) : query;
    }

    private Map<String, Double> scores(Set<String> words) {
        Map<String, Double> scores = new HashMap<>();
        words.forEach(word -> matching(word).forEach((code, weight) -> scores.merge(code, weight, Double::sum)));
        return scores;
    }

    private List<String> ranked(Map<String, Double> scores, int atMost) {
        return scores.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                        .thenComparingLong(
                                e -> e.getKey().chars().filter(c -> c == '.').count())
                        .thenComparingInt(e -> -Math.min(5, factorsOfCode.get(e.getKey()) / 50))
                        .thenComparingInt(e -> wordsOfCode.get(e.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .limit(atMost)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Double> matching(String word) {
        Map<String, Double> best = new HashMap<>();
        codesByWord.forEach((known, codes) -> {
            double closeness = closeness(word, known);
            if (closeness > 0) {
                codes.forEach(code -> best.merge(code, closeness, Math::max));
            }
        });
        double rarity = 1 / Math.log(2.0 + best.size());
        best.replaceAll((code, closeness) -> closeness * rarity);
        return best;
    }

    private static double closeness(String asked, String known) {
        if (asked.equals(known)) {
            return 1;
        }
        boolean plural = (asked + "s").equals(known) || (known + "s").equals(asked);
        if (plural) {
            return 0.95;
        }
        return asked.length() >= 3 && known.startsWith(asked) ? 0.6 : 0;
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>(List.of(plain.split("[^a-z0-9]+")));
        words.removeAll(
                Set.of("", "de", "du", "des", "la", "le", "les", "of", "the", "en", "a", "et", "and", "d", "l"));
        return words;
    }
}
