package org.boucle.features.energytwin.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Alerts in groups: episodes of the same kind on the same subject that follow each other closely are one group, so that
 * a fault that comes back every night is one line and not thirty. A person acknowledges a group; what comes later than
 * the acknowledgement opens it again.
 *
 * @param groups the groups, newest first
 */
public record AlertBook(List<Group> groups) {
    /** One line of the book. */
    public record Group(Alert alert, int episodes, Optional<Acknowledgement> acknowledged) {
        public Group {
            Objects.requireNonNull(alert, "alert");
        }

        /** Whether somebody still has to look. */
        public boolean isOpen() {
            return acknowledged.isEmpty();
        }

        /** A name that stays the same while the group grows. */
        public String key() {
            return alert.kind() + "|" + alert.subject() + "|" + alert.from().getEpochSecond();
        }
    }

    /** Who saw it, when, and what was found. */
    public record Acknowledgement(String by, Instant at, String note) {
        public Acknowledgement {
            if (by.isBlank()) {
                throw new IllegalArgumentException("an acknowledgement needs a name");
            }
        }
    }

    public AlertBook {
        groups = List.copyOf(groups);
    }

    public static AlertBook empty() {
        return new AlertBook(List.of());
    }

    /** Groups alerts: one is added to the group before it where less than {@code gap} lies between them. */
    public static AlertBook of(List<Alert> alerts, Duration gap) {
        AlertBook book = empty();
        for (Alert alert :
                alerts.stream().sorted(Comparator.comparing(Alert::from)).toList()) {
            book = book.with(alert, gap);
        }
        return book;
    }

    /** This book with one more alert. An alert already inside a group (same beginning) only moves its end. */
    public AlertBook with(Alert alert, Duration gap) {
        List<Group> next = new ArrayList<>(groups);
        for (int i = 0; i < next.size(); i++) {
            Group group = next.get(i);
            if (belongs(group.alert(), alert, gap)) {
                next.set(i, grown(group, alert));
                return sorted(next);
            }
        }
        next.add(new Group(alert, 1, Optional.empty()));
        return sorted(next);
    }

    private static boolean belongs(Alert group, Alert alert, Duration gap) {
        return group.kind() == alert.kind()
                && group.subject().equals(alert.subject())
                && !alert.from().isAfter(group.to().plus(gap))
                && !group.from().isAfter(alert.to().plus(gap));
    }

    private static Group grown(Group group, Alert alert) {
        Alert known = group.alert();
        boolean inside = !alert.from().isBefore(known.from()) && !alert.to().isAfter(known.to());
        if (inside) {
            return group;
        }
        boolean same = alert.from().isBefore(known.to());
        Alert joined = known.joinedWith(alert);
        if (same) {
            double excess = Math.max(known.excessKWh(), alert.excessKWh());
            joined = new Alert(
                    joined.kind(),
                    joined.subject(),
                    joined.from(),
                    joined.to(),
                    joined.value(),
                    joined.expected(),
                    joined.unit(),
                    excess);
        }
        Optional<Acknowledgement> still =
                group.acknowledged().filter(ack -> same || !alert.to().isAfter(ack.at()));
        return new Group(joined, group.episodes() + (same ? 0 : 1), still);
    }

    private static AlertBook sorted(List<Group> groups) {
        groups.sort(Comparator.comparing((Group group) -> group.alert().to()).reversed());
        return new AlertBook(groups);
    }

    /** This book with a group acknowledged; unknown keys change nothing. */
    public AlertBook acknowledged(String key, Acknowledgement acknowledgement) {
        return new AlertBook(groups.stream()
                .map(group -> group.key().equals(key)
                        ? new Group(group.alert(), group.episodes(), Optional.of(acknowledgement))
                        : group)
                .toList());
    }

    public Optional<Group> find(String key) {
        return groups.stream().filter(group -> group.key().equals(key)).findFirst();
    }

    public List<Group> open() {
        return groups.stream().filter(Group::isOpen).toList();
    }
}
