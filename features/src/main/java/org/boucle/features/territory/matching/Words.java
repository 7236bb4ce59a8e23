package org.boucle.features.territory.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cosine similarity of texts by TF-IDF over a collection (Salton and Buckley 1988, {@code tf · ln(1 + N / df)}). */
final class Words {
    private static final Set<String> STOP = Set.of(
            "de", "des", "du", "la", "le", "les", "et", "ou", "en", "a", "au", "aux", "d", "l", "of", "the", "and",
            "or", "in", "for", "from", "with", "than", "other", "autres", "que", "par", "pour", "sauf");

    private final Map<String, Integer> documents = new HashMap<>();
    private final int count;

    Words(Collection<String> texts) {
        count = texts.size();
        for (String text : texts) {
            new HashSet<>(words(text)).forEach(word -> documents.merge(word, 1, Integer::sum));
        }
    }

    static List<String> words(String folded) {
        return List.of(folded.split(" ")).stream()
                .filter(word -> word.length() > 1 && !STOP.contains(word))
                .map(Words::stem)
                .toList();
    }

    private static String stem(String word) {
        return word.length() > 4 && (word.endsWith("s") || word.endsWith("x"))
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** Word weights of a text, of length 1. */
    Map<String, Double> vector(String folded) {
        Map<String, Double> vector = new HashMap<>();
        for (String word : words(folded)) {
            double idf = Math.log(1 + (double) count / documents.getOrDefault(word, 1));
            vector.merge(word, idf, Double::sum);
        }
        double length =
                Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
        if (length > 0) {
            vector.replaceAll((word, weight) -> weight / length);
        }
        return vector;
    }

    static double cosine(Map<String, Double> a, Map<String, Double> b) {
        if (a.size() > b.size()) {
            return cosine(b, a);
        }
        double sum = 0;
        for (Map.Entry<String, Double> entry : a.entrySet()) {
            sum += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
