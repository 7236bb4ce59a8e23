package org.boucle.app.energyindex;

import java.util.Map;
import java.util.Optional;
import org.boucle.features.energyindex.EnergyUnit;
import org.boucle.features.energyindex.EventKind;
import org.boucle.features.energyindex.PathShape;
import org.boucle.features.energyindex.PostKind;
import org.boucle.features.energyindex.Treatment;

/** The words that cells may hold, in both languages; the English word is written. */
final class Vocabulary {
    private static final Map<String, EnergyUnit> UNITS = Map.of(
            "gjp", EnergyUnit.GJ_PRIMARY,
            "mwhp", EnergyUnit.MWH_PRIMARY);
    private static final Map<String, PostKind> KINDS = Map.of(
            "production", PostKind.PRODUCTION,
            "building", PostKind.BUILDING,
            "batiment", PostKind.BUILDING);
    private static final Map<String, PathShape> PATHS = Map.of(
            "geometric", PathShape.GEOMETRIC,
            "geometrique", PathShape.GEOMETRIC,
            "linear", PathShape.LINEAR,
            "lineaire", PathShape.LINEAR);
    private static final Map<String, EventKind> EVENTS = Map.ofEntries(
            Map.entry("leaver", EventKind.LEAVER),
            Map.entry("sortant", EventKind.LEAVER),
            Map.entry("entrant", EventKind.ENTRANT),
            Map.entry("replacement", EventKind.REPLACEMENT),
            Map.entry("remplacement", EventKind.REPLACEMENT),
            Map.entry("stepchanged", EventKind.STEP_CHANGED),
            Map.entry("etapemodifiee", EventKind.STEP_CHANGED),
            Map.entry("stepadded", EventKind.STEP_ADDED),
            Map.entry("etapeajoutee", EventKind.STEP_ADDED),
            Map.entry("recalibration", EventKind.RECALIBRATION),
            Map.entry("recalibrage", EventKind.RECALIBRATION));
    private static final Map<String, Treatment> TREATMENTS = Map.of(
            "entrant", Treatment.AS_ENTRANT,
            "improvement", Treatment.AS_IMPROVEMENT,
            "amelioration", Treatment.AS_IMPROVEMENT);

    private Vocabulary() {}

    static Optional<EnergyUnit> energyUnit(String word) {
        return find(UNITS, word);
    }

    static Optional<PostKind> kind(String word) {
        return find(KINDS, word);
    }

    static Optional<PathShape> path(String word) {
        return word.isEmpty() ? Optional.of(PathShape.GEOMETRIC) : find(PATHS, word);
    }

    static Optional<EventKind> event(String word) {
        return find(EVENTS, word);
    }

    static Optional<Treatment> treatment(String word) {
        return word.isEmpty() ? Optional.of(Treatment.AS_ENTRANT) : find(TREATMENTS, word);
    }

    static String word(PostKind kind) {
        return switch (kind) {
            case PRODUCTION -> "production";
            case BUILDING -> "building";
        };
    }

    static String word(PathShape path) {
        return switch (path) {
            case GEOMETRIC -> "geometric";
            case LINEAR -> "linear";
        };
    }

    static String word(EventKind kind) {
        return switch (kind) {
            case LEAVER -> "leaver";
            case ENTRANT -> "entrant";
            case REPLACEMENT -> "replacement";
            case STEP_CHANGED -> "step changed";
            case STEP_ADDED -> "step added";
            case RECALIBRATION -> "recalibration";
        };
    }

    static String word(Treatment treatment) {
        return switch (treatment) {
            case AS_ENTRANT -> "entrant";
            case AS_IMPROVEMENT -> "improvement";
        };
    }

    private static <T> Optional<T> find(Map<String, T> words, String word) {
        return Optional.ofNullable(words.get(Sheet.key(word)));
    }
}
