package org.boucle.app.itfootprint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.Criterion;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The criteria of a request by the keys that were asked. The two human toxicities have two keys: {@code CTUh_c} answers as
 * the peer does (never implemented); {@code ctuh_c}, on which the peer crashed, and {@code all} answer with the figures.
 */
record Asked(List<String> keys, boolean all) {
    private static final int MOST = 200;

    static Asked of(Call call, Faults faults) {
        List<String> keys =
                call.query().apply("criteria").stream().limit(MOST).distinct().toList();
        if (keys.isEmpty()) {
            return new Asked(Criterion.USUAL.stream().map(Criterion::key).toList(), false);
        }
        if (keys.contains("all")) {
            return new Asked(Criterion.all().stream().map(Criterion::key).toList(), true);
        }
        for (String key : keys) {
            if (criterion(key).isEmpty()) {
                faults.add(
                        "enum",
                        Trail.query("criteria"),
                        "Input should be 'all' or one of "
                                + Criterion.all().stream().map(Criterion::key).toList(),
                        JsonNodeFactory.instance.stringNode(key));
            }
        }
        return new Asked(keys, false);
    }

    private static Optional<Criterion> criterion(String key) {
        return switch (key) {
            case "CTUh_c" -> Optional.of(Criterion.CTUH_C);
            case "CTUh_nc" -> Optional.of(Criterion.CTUH_NC);
            default -> Criterion.find(key);
        };
    }

    List<Criterion> criteria() {
        Set<Criterion> criteria = new LinkedHashSet<>();
        keys.forEach(key -> criterion(key).ifPresent(criteria::add));
        return List.copyOf(criteria);
    }

    /** Those asked by the key on which the peer crashed. */
    List<Criterion> mended() {
        return keys.stream()
                .filter(key -> key.startsWith("ctuh"))
                .map(key -> criterion(key).orElseThrow())
                .toList();
    }

    /** Writes the impact of each key. */
    void impacts(Assessment assessment, Optional<Assessment> mended, DialectJson json) {
        for (String key : keys) {
            Criterion criterion = criterion(key).orElseThrow();
            Assessment from = key.startsWith("ctuh") ? mended.orElse(assessment) : assessment;
            json.impact(key, criterion, from.impacts().get(criterion));
        }
    }
}
