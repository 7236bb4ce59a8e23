package org.boucle.core.input;

import java.util.List;
import java.util.stream.Collectors;

/** The user's input cannot be taken; its issues say where and why. Answered by 4xx or exit code 1, never by a stack trace. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    public BadInput(List<Issue> issues) {
        super(issues.stream()
                .limit(5)
                .map(issue -> issue.place().path() + " " + issue.code() + " " + issue.arguments())
                .collect(Collectors.joining("; ")));
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("Bad input without an issue. Maybe throwIfAny() was meant.");
        }
        this.issues = List.copyOf(issues);
    }

    public static BadInput of(Place place, String code, Object... arguments) {
        return new BadInput(List.of(Issue.of(place, code, arguments)));
    }

    public List<Issue> issues() {
        return issues;
    }
}
