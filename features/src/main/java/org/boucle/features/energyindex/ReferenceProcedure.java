package org.boucle.features.energyindex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an entrant's reference specific consumption is settled: approaches 1, 2, 3 in this order, the third by default.
 *
 * <pre>
 * awaits(1) -propose-> before the committee(1) -consensus-> approved
 *     |                        \-no consensus-> awaits(2) -propose-> ... -no consensus-> awaits(3)
 *     \-no such evidence-> awaits(2)                       awaits(3) -measured year-> applied by default
 * </pre>
 *
 * @param steps all that happened, oldest first; nothing is ever removed
 */
public record ReferenceProcedure(String post, List<Step> steps) {

    /** Something that happened. */
    public sealed interface Step {}

    /** A value laid before the committee with its evidence. */
    public record Proposed(Approach approach, double perUnit, double uncertainty, Evidence evidence, String author)
            implements Step {
        public Proposed {
            Checks.positive(perUnit, "proposed specific consumption");
            Checks.nonNegative(uncertainty, "uncertainty of the proposed specific consumption");
        }
    }

    /** The committee met; the votes make the verdict, see {@link Vote#consensus}. */
    public record Ruled(LocalDate meeting, List<Vote> votes, String minutes) implements Step {
        public Ruled {
            votes = List.copyOf(votes);
            if (votes.isEmpty()) {
                throw new IllegalArgumentException("A ruling of " + meeting + " has no votes.");
            }
        }
    }

    /** No evidence of this kind exists (no comparable process, no guarantee); documented, then the next approach. */
    public record SetAside(Approach approach, String reason) implements Step {
        public SetAside {
            Checks.named(reason, "reason to set approach " + approach.number() + " aside");
        }
    }

    /** The measured year of approach 3, which applies without consensus. */
    public record Measured(
            LocalDate rampUpEnd,
            LocalDate from,
            LocalDate to,
            double perUnit,
            double uncertainty,
            Evidence evidence,
            String author)
            implements Step {
        public Measured {
            Checks.positive(perUnit, "measured specific consumption");
            Checks.nonNegative(uncertainty, "uncertainty of the measured specific consumption");
        }
    }

    /** Where the procedure stands. */
    public sealed interface State {
        /** A value by this approach is to be proposed. */
        record Awaiting(Approach approach) implements State {}

        /** The committee has a value to rule on. */
        record BeforeCommittee(Proposed proposal) implements State {}

        /** Settled by consensus. */
        record Approved(Proposed proposal, Ruled ruling) implements State {}

        /** Settled by approach 3, by default. */
        record AppliedByDefault(Measured measured) implements State {}
    }

    /** Why a step is not possible now. */
    public enum Refusal {
        /** Already settled. */
        SETTLED,
        /** Another approach comes first. */
        NOT_ITS_TURN,
        /** A proposal waits for the committee. */
        BEFORE_COMMITTEE,
        /** There is nothing to rule on. */
        NOTHING_PROPOSED,
        /** The campaign does not cover a whole year. */
        NOT_A_WHOLE_YEAR,
        /** The campaign begins before the end of the ramp-up. */
        IN_RAMP_UP
    }

    public ReferenceProcedure {
        Checks.named(post, "post of a reference procedure");
        steps = List.copyOf(steps);
    }

    public static ReferenceProcedure of(String post) {
        return new ReferenceProcedure(post, List.of());
    }

    public State state() {
        State state = new State.Awaiting(Approach.COMPARISON);
        for (Step step : steps) {
            state = next(state, step);
        }
        return state;
    }

    private static State next(State state, Step step) {
        return switch (step) {
            case Proposed p -> new State.BeforeCommittee(p);
            case SetAside s -> new State.Awaiting(s.approach().next().orElse(Approach.MEASUREMENT));
            case Measured m -> new State.AppliedByDefault(m);
            case Ruled r -> ruled(state, r);
        };
    }

    private static State ruled(State state, Ruled ruling) {
        if (!(state instanceof State.BeforeCommittee(Proposed proposal))) {
            return state;
        }
        return Vote.consensus(ruling.votes())
                ? new State.Approved(proposal, ruling)
                : new State.Awaiting(proposal.approach().next().orElse(Approach.MEASUREMENT));
    }

    /** Why a step cannot follow now; empty where it can. */
    public Optional<Refusal> refusal(Step step) {
        return switch (state()) {
            case State.Approved _, State.AppliedByDefault _ -> Optional.of(Refusal.SETTLED);
            case State.BeforeCommittee _ ->
                step instanceof Ruled ? Optional.empty() : Optional.of(Refusal.BEFORE_COMMITTEE);
            case State.Awaiting(Approach approach) -> whileAwaiting(approach, step);
        };
    }

    private static Optional<Refusal> whileAwaiting(Approach approach, Step step) {
        return switch (step) {
            case Ruled _ -> Optional.of(Refusal.NOTHING_PROPOSED);
            case Proposed p -> turn(p.approach() == approach && approach != Approach.MEASUREMENT);
            case SetAside s -> turn(s.approach() == approach && approach != Approach.MEASUREMENT);
            case Measured m -> approach == Approach.MEASUREMENT ? campaign(m) : turn(false);
        };
    }

    private static Optional<Refusal> turn(boolean its) {
        return its ? Optional.empty() : Optional.of(Refusal.NOT_ITS_TURN);
    }

    private static Optional<Refusal> campaign(Measured measured) {
        if (measured.from().isBefore(measured.rampUpEnd())) {
            return Optional.of(Refusal.IN_RAMP_UP);
        }
        boolean wholeYear = !measured.to().plusDays(1).isBefore(measured.from().plusYears(1));
        return wholeYear ? Optional.empty() : Optional.of(Refusal.NOT_A_WHOLE_YEAR);
    }

    /** The procedure with one more step. */
    public ReferenceProcedure after(Step step) {
        refusal(step).ifPresent(r -> {
            throw new IllegalStateException(
                    "Post " + post + " cannot take this step: " + r + ". Maybe ask refusal(step) before.");
        });
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new ReferenceProcedure(post, all);
    }

    /** The settled reference, for a first year of operation, if there is one. */
    public Optional<ReferenceConsumption> settled(int year) {
        return switch (state()) {
            case State.Approved(Proposed p, Ruled _) ->
                Optional.of(reference(p.perUnit(), year, p.uncertainty(), p.evidence()));
            case State.AppliedByDefault(Measured m) ->
                Optional.of(reference(m.perUnit(), m.from().getYear(), m.uncertainty(), m.evidence()));
            case State.Awaiting _, State.BeforeCommittee _ -> Optional.empty();
        };
    }

    private static ReferenceConsumption reference(double perUnit, int year, double uncertainty, Evidence evidence) {
        return new ReferenceConsumption(perUnit, year, uncertainty, OptionalDouble.empty(), evidence.name());
    }
}
