package org.boucle.features.energytwin.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that a person should look at.
 *
 * @param kind what was watched
 * @param subject the meter or machine
 * @param from when it began
 * @param to when it was last seen
 * @param value the typical value during the episode, in {@code unit}
 * @param expected what was expected, or the limit, in {@code unit}
 * @param unit unit of both values
 * @param excessKWh energy above what was expected, in kWh; 0 where the alert isn't about energy
 */
public record Alert(
        Kind kind,
        String subject,
        Instant from,
        Instant to,
        double value,
        double expected,
        String unit,
        double excessKWh) {
    /** What a watch looks for, most pressing first. */
    public enum Kind {
        /** The mean power of a billing window went above the contracted power. */
        PEAK,
        /** The billing window under way, or a coming one, is heading above the contracted power. */
        PEAK_AHEAD,
        /** A limit set by the user is crossed for longer than allowed. */
        THRESHOLD,
        /** Stand-by consumption is higher than usual at an hour when the site rests. */
        BASELOAD,
        /** The site works at an hour when it usually rests. */
        ACTIVITY,
        /** Consumption has drifted from what the model expects. */
        DRIFT,
        /** The specific consumption of a post of the energy index has drifted upwards. */
        INDEX_DRIFT,
        /** The meter no longer speaks. */
        SILENT
    }

    public Alert {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        if (subject.isBlank()) {
            throw new IllegalArgumentException("an alert of kind " + kind + " has no subject");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an alert ends " + to + " before it begins " + from);
        }
    }

    public Duration duration() {
        return Duration.between(from, to);
    }

    public boolean touches(Instant begin, Instant end) {
        return from.isBefore(end) && begin.isBefore(to);
    }

    /** This alert and a later one of the same kind and subject as one: the sharper figures stay, of a drift the later ones. */
    public Alert joinedWith(Alert later) {
        if (kind != later.kind || !subject.equals(later.subject)) {
            throw new IllegalArgumentException("joining " + this + " with " + later);
        }
        boolean sharper = kind == Kind.DRIFT
                || kind == Kind.INDEX_DRIFT
                || Math.abs(later.value - later.expected) > Math.abs(value - expected);
        return new Alert(
                kind,
                subject,
                from.isBefore(later.from) ? from : later.from,
                to.isAfter(later.to) ? to : later.to,
                sharper ? later.value : value,
                sharper ? later.expected : expected,
                unit,
                excessKWh + later.excessKWh);
    }
}
