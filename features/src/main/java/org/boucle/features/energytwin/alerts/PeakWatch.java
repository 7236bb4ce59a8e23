package org.boucle.features.energytwin.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.prediction.Outlook;

/**
 * Watches the contracted power. The supplier bills the mean of each window (10 minutes in France for connections above
 * 36 kVA, 15 or 30 elsewhere); so a window may still be saved while it lasts.
 *
 * @param contract contracted power in kW
 * @param window length of a billing window
 */
public record PeakWatch(double contract, Duration window) {
    public PeakWatch {
        if (contract <= 0 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("contract " + contract + " kW, window " + window);
        }
    }

    /** Past windows whose mean power was above the contract. */
    public List<Alert> find(LoadCurve curve, String subject) {
        List<Alert> found = new ArrayList<>();
        for (Alert alert : new ThresholdWatch(contract, Duration.ZERO).find(curve, subject)) {
            found.add(new Alert(
                    Alert.Kind.PEAK,
                    subject,
                    alert.from(),
                    alert.to(),
                    alert.value(),
                    contract,
                    "kW",
                    alert.excessKWh()));
        }
        return found;
    }

    /**
     * Where the window under way is heading: energy so far plus the present power until its end. Warns once a tenth of
     * the window has passed, so that a single inrush current warns nobody.
     *
     * @param start beginning of the window
     * @param now time of the last reading
     * @param soFar energy since the beginning of the window, in kWh
     * @param power present power in kW, best as the mean of the last minute
     */
    public Optional<Alert> underWay(String subject, Instant start, Instant now, double soFar, double power) {
        double hours = window.toNanos() / 3.6e12;
        double passed = Duration.between(start, now).toNanos() / 3.6e12;
        double projected = (soFar + power * Math.max(0, hours - passed)) / hours;
        if (passed < hours / 10 || projected <= contract) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                Alert.Kind.PEAK_AHEAD, subject, start, now, projected, contract, "kW", (projected - contract) * hours));
    }

    /** Power that may be drawn until the end of the window without exceeding the contract, in kW. */
    public double headroom(Instant start, Instant now, double soFar) {
        double left = Duration.between(now, start.plus(window)).toNanos() / 3.6e12;
        return left <= 0 ? 0 : Math.max(0, (contract * window.toNanos() / 3.6e12 - soFar) / left);
    }

    /** Coming hours of an outlook in which the prediction itself, or the top of its interval, is above the contract. */
    public List<Alert> coming(Outlook outlook, ZoneId zone, String subject) {
        List<Alert> found = new ArrayList<>();
        for (Outlook.Day day : outlook.days()) {
            double hours = 24.0 / day.bands().length;
            for (int s = 0; s < day.bands().length; s++) {
                int begin = s;
                double highest = 0;
                for (; s < day.bands().length && day.bands()[s].high() / hours > contract; s++) {
                    highest = Math.max(highest, day.bands()[s].high() / hours);
                }
                if (s > begin) {
                    Instant midnight = day.date().atStartOfDay(zone).toInstant();
                    long slot = (long) (hours * 3600);
                    found.add(new Alert(
                            Alert.Kind.PEAK_AHEAD,
                            subject,
                            midnight.plusSeconds(begin * slot),
                            midnight.plusSeconds(s * slot),
                            highest,
                            contract,
                            "kW",
                            0));
                }
            }
        }
        return found;
    }
}
