package org.boucle.app.itfootprint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Notice;
import org.boucle.features.itfootprint.Status;
import tools.jackson.core.io.SerializedString;

/** The words of the dialect that never change, encoded once. */
final class DialectWords {
    static final String NOT_IMPLEMENTED = "not implemented";

    static final SerializedString VALUE = word("value");
    static final SerializedString MIN = word("min");
    static final SerializedString MAX = word("max");
    static final SerializedString UNIT = word("unit");
    static final SerializedString STATUS = word("status");
    static final SerializedString SOURCE = word("source");
    static final SerializedString DESCRIPTION = word("description");
    static final SerializedString EMBEDDED = word("embedded");
    static final SerializedString USE = word("use");
    static final SerializedString IMPACTS = word("impacts");
    static final SerializedString WARNINGS = word("warnings");
    static final SerializedString DURATION = word("duration");
    static final SerializedString HOURS = word("hours");
    static final SerializedString MISSING = word(NOT_IMPLEMENTED);
    static final SerializedString LOAD_PERCENTAGE = word("load_percentage");
    static final SerializedString TIME_PERCENTAGE = word("time_percentage");
    static final SerializedString POWER_WATT = word("power_watt");
    static final SerializedString A = word("a");
    static final SerializedString B = word("b");
    static final SerializedString C = word("c");
    static final SerializedString D = word("d");

    static final Map<Criterion, SerializedString> UNITS = encoded(Criterion.class, criterion -> word(criterion.unit()));
    static final Map<Criterion, SerializedString> DESCRIPTIONS =
            encoded(Criterion.class, criterion -> word(criterion.description()));
    static final Map<Status, SerializedString> STATUSES = encoded(Status.class, status -> word(status.name()));
    static final Map<Notice, SerializedString> NOTICES = encoded(Notice.class, notice -> word(notice.text()));
    static final List<Notice> NOTICES_BY_TEXT = Arrays.stream(Notice.values())
            .sorted(Comparator.comparing(Notice::text))
            .toList();

    /** Names, units and sources of attributes: a few hundred from fields and tables; few hold a figure of the user. */
    private static final Map<String, SerializedString> MET = new ConcurrentHashMap<>();

    private static final int MOST_MET = 1_000;

    private DialectWords() {}

    /** A text that comes again, encoded at its first time. */
    static SerializedString of(String text) {
        SerializedString met = MET.get(text);
        if (met == null) {
            met = word(text);
            if (MET.size() < MOST_MET) {
                MET.put(text, met);
            }
        }
        return met;
    }

    private static SerializedString word(String text) {
        return new SerializedString(text);
    }

    private static <E extends Enum<E>> Map<E, SerializedString> encoded(
            Class<E> type, Function<E, SerializedString> encoding) {
        Map<E, SerializedString> encoded = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            encoded.put(constant, encoding.apply(constant));
        }
        return encoded;
    }
}
