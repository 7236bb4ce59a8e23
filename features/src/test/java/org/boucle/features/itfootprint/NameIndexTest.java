package org.boucle.features.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    private static final double THRESHOLD = 80;
    private static final List<String> NAMES =
            ItFootprint.shipped().catalogue().cpuNames().stream().limit(400).toList();

    @Test
    void anIndexFindsWhatAPlainScanFinds() {
        NameIndex index = NameIndex.byWords(NAMES, THRESHOLD);
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            String query = altered(NAMES.get(random.nextInt(NAMES.size())), random);
            assertThat(index.find(query)).as(query).isEqualTo(plain(query));
        }
    }

    /** A name with letters changed, words lost, doubled or joined. */
    private static String altered(String name, Random random) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        switch (random.nextInt(5)) {
            case 0 -> words.remove(random.nextInt(words.size()));
            case 1 -> words.add(words.get(random.nextInt(words.size())));
            case 2 -> words.set(0, words.getFirst().toUpperCase(Locale.ROOT) + (char) ('a' + random.nextInt(26)));
            case 3 -> {
                return String.join("", words);
            }
            default -> words.add("x" + random.nextInt(100));
        }
        return String.join(" ", words);
    }

    private static OptionalInt plain(String query) {
        double best = THRESHOLD;
        int place = -1;
        for (int i = 0; i < NAMES.size(); i++) {
            double like = Likeness.setRatio(
                    query.toLowerCase(Locale.ROOT), NAMES.get(i).toLowerCase(Locale.ROOT));
            if (like > best) {
                best = like;
                place = i;
            }
        }
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
