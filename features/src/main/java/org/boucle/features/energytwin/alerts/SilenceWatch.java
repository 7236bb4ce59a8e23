package org.boucle.features.energytwin.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a meter that no longer speaks: silent for several of its usual intervals.
 *
 * @param intervals how many usual intervals may pass without a word
 * @param shortest silence below which nobody is told, however fast the meter usually is
 */
public record SilenceWatch(double intervals, Duration shortest) {
    public static SilenceWatch usual() {
        return new SilenceWatch(4, Duration.ofMinutes(2));
    }

    public SilenceWatch {
        if (intervals < 1 || shortest.isNegative()) {
            throw new IllegalArgumentException("intervals " + intervals + ", shortest " + shortest);
        }
    }

    /** Silence allowed to a meter that usually speaks every {@code interval}. */
    public Duration allowed(Duration interval) {
        Duration several = Duration.ofNanos((long) (interval.toNanos() * intervals));
        return several.compareTo(shortest) > 0 ? several : shortest;
    }

    public Optional<Alert> check(String subject, Instant last, Duration interval, Instant now) {
        Duration silence = Duration.between(last, now);
        Duration allowed = allowed(interval);
        if (silence.compareTo(allowed) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                Alert.Kind.SILENT,
                subject,
                last,
                now,
                silence.toSeconds() / 60.0,
                allowed.toSeconds() / 60.0,
                "min",
                0));
    }
}
