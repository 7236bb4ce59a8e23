package org.boucle.core.input;

import java.util.ArrayList;
import java.util.List;

/** Collects all issues of one input, so that the user sees them at once rather than one after another. */
public final class Issues {
    /** More issues than this are counted but not kept: hostile input must not fill the memory. */
    public static final int MOST_KEPT = 1_000;

    private final List<Issue> kept = new ArrayList<>();
    private long count;

    public void add(Place place, String code, Object... arguments) {
        add(Issue.of(place, code, arguments));
    }

    public void add(Issue issue) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(issue);
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** How many were added, those not kept included. */
    public long count() {
        return count;
    }

    public List<Issue> list() {
        return List.copyOf(kept);
    }

    /** Ends the reading of a bad input: nothing of it may have been kept until here. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new BadInput(kept);
        }
    }
}
