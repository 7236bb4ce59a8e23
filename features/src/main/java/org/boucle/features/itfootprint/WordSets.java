package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Names cut into words once; a query is compared in full only with names whose letters could reach the threshold. */
final class WordSets {
    private static final int LETTERS = 64;

    private final List<Set<String>> words = new ArrayList<>();
    private final List<int[]> letters = new ArrayList<>();

    WordSets(List<String> names) {
        for (String name : names) {
            Set<String> set = set(name);
            words.add(set);
            letters.add(letters(set));
        }
    }

    private static Set<String> set(String text) {
        return new TreeSet<>(Arrays.asList(Likeness.sortedWords(text.toLowerCase(Locale.ROOT))));
    }

    private static int[] letters(Set<String> words) {
        int[] counts = new int[LETTERS];
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                counts[word.charAt(i) % LETTERS]++;
            }
        }
        return counts;
    }

    /** The first of the names most like the query, above the threshold. */
    OptionalInt best(String query, double threshold) {
        Set<String> asked = set(query);
        int[] askedLetters = letters(asked);
        double best = threshold;
        int place = -1;
        for (int i = 0; i < words.size() && best < 100; i++) {
            Set<String> name = words.get(i);
            if (name.stream().anyMatch(asked::contains) || highest(asked, askedLetters, i) > best) {
                double like = Likeness.setRatio(asked, name);
                if (like > best) {
                    best = like;
                    place = i;
                }
            }
        }
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Without a common word, no likeness is above twice the common letters and blanks over all of them. */
    private double highest(Set<String> asked, int[] askedLetters, int i) {
        int[] other = letters.get(i);
        int blanksA = Math.max(0, asked.size() - 1);
        int blanksB = Math.max(0, words.get(i).size() - 1);
        int common = Math.min(blanksA, blanksB);
        int all = blanksA + blanksB;
        for (int k = 0; k < LETTERS; k++) {
            common += Math.min(askedLetters[k], other[k]);
            all += askedLetters[k] + other[k];
        }
        return all == 0 ? 0 : 200.0 * common / all;
    }
}
