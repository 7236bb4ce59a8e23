package org.boucle.features.itfootprint;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Likeness of two texts from 0 to 100, by the definitions of RapidFuzz that clients of the peer know: indel distance, on
 * sorted words, on sets of words, and weighted.
 */
final class Likeness {
    private Likeness() {}

    /** The words of a text, sorted; words are what stands between blanks. */
    static String[] sortedWords(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new String[0];
        }
        String[] words = stripped.split("\\s+");
        Arrays.sort(words);
        return words;
    }

    static double ratio(String a, String b) {
        int length = a.length() + b.length();
        return length == 0 ? 100 : 100 - 100.0 * indel(a, b) / length;
    }

    static double sortedRatio(String a, String b) {
        return ratio(String.join(" ", sortedWords(a)), String.join(" ", sortedWords(b)));
    }

    static double setRatio(String a, String b) {
        return setRatio(new TreeSet<>(Arrays.asList(sortedWords(a))), new TreeSet<>(Arrays.asList(sortedWords(b))));
    }

    static double setRatio(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        Set<String> onlyA = new TreeSet<>(a);
        onlyA.removeAll(common);
        Set<String> onlyB = new TreeSet<>(b);
        onlyB.removeAll(common);
        if (!common.isEmpty() && (onlyA.isEmpty() || onlyB.isEmpty())) {
            return 100;
        }
        String restA = String.join(" ", onlyA);
        String restB = String.join(" ", onlyB);
        int shared = String.join(" ", common).length();
        int blank = shared > 0 ? 1 : 0;
        int sizeA = shared + blank + restA.length();
        int sizeB = shared + blank + restB.length();
        double best = sizeA + sizeB == 0 ? 100 : 100 - 100.0 * indel(restA, restB) / (sizeA + sizeB);
        if (shared == 0) {
            return best;
        }
        double withA = 100 - 100.0 * (blank + restA.length()) / (shared + sizeA);
        double withB = 100 - 100.0 * (blank + restB.length()) / (shared + sizeB);
        return Math.max(best, Math.max(withA, withB));
    }

    static double weighted(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double proportion = (double) Math.max(a.length(), b.length()) / Math.min(a.length(), b.length());
        double base = ratio(a, b);
        if (proportion < 1.5) {
            return Math.max(base, 0.95 * Math.max(setRatio(a, b), sortedRatio(a, b)));
        }
        double scale = proportion <= 8 ? 0.9 : 0.6;
        return Math.max(base, Math.max(scale * partial(a, b), 0.95 * scale * partialWords(a, b)));
    }

    private static double partialWords(String a, String b) {
        String[] wordsA = sortedWords(a);
        String[] wordsB = sortedWords(b);
        Set<String> setA = new TreeSet<>(Arrays.asList(wordsA));
        Set<String> setB = new TreeSet<>(Arrays.asList(wordsB));
        if (setA.stream().anyMatch(setB::contains)) {
            return 100;
        }
        double all = partial(String.join(" ", wordsA), String.join(" ", wordsB));
        return Math.max(all, partial(String.join(" ", setA), String.join(" ", setB)));
    }

    /** Best likeness of the shorter text with a piece of the longer one. */
    static double partial(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? 100 : 0;
        }
        double best = a.length() <= b.length() ? windows(a, b) : windows(b, a);
        return a.length() == b.length() ? Math.max(best, windows(b, a)) : best;
    }

    private static double windows(String needle, String text) {
        int n = needle.length();
        double best = 0;
        for (int end = 1; end < n; end++) {
            if (needle.indexOf(text.charAt(end - 1)) >= 0) {
                best = Math.max(best, ratio(needle, text.substring(0, end)));
            }
        }
        for (int start = 0; start + n <= text.length(); start++) {
            if (needle.indexOf(text.charAt(start + n - 1)) >= 0) {
                best = Math.max(best, ratio(needle, text.substring(start, start + n)));
            }
        }
        for (int start = Math.max(1, text.length() - n + 1); start < text.length(); start++) {
            if (needle.indexOf(text.charAt(start)) >= 0) {
                best = Math.max(best, ratio(needle, text.substring(start)));
            }
        }
        return best;
    }

    static int indel(String a, String b) {
        return a.length() + b.length() - 2 * commonSubsequence(a, b);
    }

    private static int commonSubsequence(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < b.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = a.charAt(i) == b.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** Share of equal characters at equal places; texts of equal length. */
    static double hamming(String a, String b) {
        int equal = 0;
        for (int i = 0; i < a.length(); i++) {
            equal += a.charAt(i) == b.charAt(i) ? 1 : 0;
        }
        return a.isEmpty() ? 1 : (double) equal / a.length();
    }

    /** One minus the edit distance over the longer length. */
    static double levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 0; i < a.length(); i++) {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.length(); j++) {
                int above = row[j + 1];
                int change = diagonal + (a.charAt(i) == b.charAt(j) ? 0 : 1);
                row[j + 1] = Math.min(change, Math.min(above, row[j]) + 1);
                diagonal = above;
            }
        }
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 1 : 1 - (double) row[b.length()] / longest;
    }
}
