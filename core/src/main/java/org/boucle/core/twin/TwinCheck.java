package org.boucle.core.twin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Relation.Sort;

/** Finds everything that keeps a twin from holding together; places count things, relations and measures from 1. */
final class TwinCheck {
    private final Map<String, Thing> known = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Issues issues = new Issues();

    private TwinCheck() {}

    static Issues of(List<Thing> things, List<Relation> relations, List<Measure> measures) {
        TwinCheck check = new TwinCheck();
        for (int i = 0; i < things.size(); i++) {
            check.thing(things.get(i), new Place("", "things", i + 1, "id"));
        }
        for (int i = 0; i < relations.size(); i++) {
            check.relation(relations.get(i), new Place("", "relations", i + 1, ""));
        }
        for (int i = 0; i < relations.size(); i++) {
            check.cycle(relations.get(i), new Place("", "relations", i + 1, ""));
        }
        Set<String> series = new HashSet<>();
        for (int i = 0; i < measures.size(); i++) {
            check.measure(measures.get(i), series, new Place("", "measures", i + 1, ""));
        }
        return check.issues;
    }

    private void thing(Thing thing, Place place) {
        if (thing.id().isBlank()) {
            issues.add(place, "twin.blank", thing.name());
        } else if (known.put(thing.id(), thing) != null) {
            issues.add(place, "twin.twice", thing.id());
        }
    }

    private void relation(Relation relation, Place place) {
        Thing from = known.get(relation.from());
        Thing to = known.get(relation.to());
        if (from == null) {
            issues.add(place.withColumn("from"), "twin.unknown", relation.from());
        }
        if (to == null) {
            issues.add(place.withColumn("to"), "twin.unknown", relation.to());
        }
        if (from == null || to == null) {
            return;
        }
        if (!relation.sort().fits(from.kind(), to.kind())) {
            issues.add(place, "twin.misfit", from.kind(), relation.sort(), to.kind());
        }
        if (relation.sort() == Sort.CONTAINS && parents.putIfAbsent(relation.to(), relation.from()) != null) {
            issues.add(place.withColumn("to"), "twin.parents", relation.to(), parents.get(relation.to()));
        }
    }

    /** Follows the containers outwards; to come back to where one began is a cycle. */
    private void cycle(Relation relation, Place place) {
        if (relation.sort() != Sort.CONTAINS) {
            return;
        }
        String at = relation.from();
        for (int step = 0; at != null && step <= parents.size(); step++) {
            if (at.equals(relation.to())) {
                issues.add(place, "twin.cycle", relation.to());
                return;
            }
            at = parents.get(at);
        }
    }

    private void measure(Measure measure, Set<String> series, Place place) {
        if (!known.containsKey(measure.thing())) {
            issues.add(place.withColumn("thing"), "twin.unknown", measure.thing());
        }
        if (!series.add(measure.series())) {
            issues.add(place.withColumn("series"), "twin.series", measure.series());
        }
    }
}
