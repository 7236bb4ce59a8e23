package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Names to look up by likeness: the first of the best wins, if it is more like than a threshold.
 *
 * <p>Built once. A name asked before is answered from a bounded memory, so that no request scans the list again.
 */
final class NameIndex {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 200;
    private static final int NOT_FOUND = -1;

    private final List<String> names;
    private final Function<String, OptionalInt> scan;
    private final Map<String, Integer> answers = Collections.synchronizedMap(new Remembered());

    private NameIndex(List<String> names, Function<String, OptionalInt> scan) {
        this.names = List.copyOf(names);
        this.scan = scan;
    }

    /** By the set of words, case ignored. */
    static NameIndex byWords(List<String> names, double threshold) {
        WordSets sets = new WordSets(names);
        return new NameIndex(names, query -> sets.best(query, threshold));
    }

    /** By weighted likeness, case counted. */
    static NameIndex weighted(List<String> names, double threshold) {
        return new NameIndex(names, query -> {
            double best = threshold;
            int place = NOT_FOUND;
            for (int i = 0; i < names.size(); i++) {
                double like = Likeness.weighted(query, names.get(i));
                if (like > best) {
                    best = like;
                    place = i;
                }
            }
            return place == NOT_FOUND ? OptionalInt.empty() : OptionalInt.of(place);
        });
    }

    /** The place of the best name in the list, if any is like enough; nothing is like a text above 200 characters. */
    OptionalInt find(String query) {
        if (query.length() > LONGEST) {
            return OptionalInt.empty();
        }
        Integer known = answers.get(query);
        int place = known == null ? scan.apply(query).orElse(NOT_FOUND) : known;
        if (known == null) {
            answers.put(query, place);
        }
        return place == NOT_FOUND ? OptionalInt.empty() : OptionalInt.of(place);
    }

    List<String> names() {
        return names;
    }

    private static final class Remembered extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1L;

        private Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    }
}
