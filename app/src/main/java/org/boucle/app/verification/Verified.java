package org.boucle.app.verification;

import java.util.List;
import java.util.Optional;
import org.boucle.app.decisions.Decision;
import org.boucle.app.decisions.DecisionBook.Accepted;
import org.boucle.app.pages.Page;
import org.boucle.core.decision.Verification;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.twin.Site;

/**
 * An accepted decision with what its promises have come to.
 *
 * @param lines one for each category promised; one without promise where the decision has no figures
 */
public record Verified(Site site, Accepted accepted, List<Line> lines) {
    public Verified {
        lines = List.copyOf(lines);
    }

    /**
     * One category.
     *
     * @param promised improvement promised for a year, empty where the decision has no figures
     */
    public record Line(Optional<IndicatorChange> promised, Verification verification) {
        public Optional<Verification.Measured> measured() {
            return verification instanceof Verification.Measured measured ? Optional.of(measured) : Optional.empty();
        }
    }

    public Decision decision() {
        return accepted.decision();
    }

    /** The title in the reader's language, or as it was shown when it was decided. */
    public String title(Page page) {
        return title(page, decision());
    }

    /** {@link #title(Page)} of any decision. */
    public static String title(Page page, Decision decision) {
        return decision.titleKey().isEmpty()
                ? decision.title()
                : page.t(decision.titleKey(), decision.arguments().toArray());
    }

    /** Message key of what it has come to. */
    public String statusKey() {
        return statusKey(first().verification());
    }

    /** Message key of a verification's outcome. */
    public static String statusKey(Verification verification) {
        return switch (verification) {
            case Verification.NotYet lack -> "verification.notyet";
            case Verification.Measured measured -> "verification.judgement." + measured.judgement();
        };
    }

    /** Class of the badge of an outcome. */
    public static String tone(Verification verification) {
        return switch (verification) {
            case Verification.NotYet lack -> "off";
            case Verification.Measured measured ->
                switch (measured.judgement()) {
                    case KEPT, ABOVE -> "";
                    case BELOW -> "bad";
                    case OPEN -> "warn";
                };
        };
    }

    /** What is missing before anything can be said, in a sentence; empty where it is measured. */
    public static String lack(Page page, Verification verification) {
        return switch (verification) {
            case Verification.NotYet none ->
                page.t("verification.lack." + none.lack(), none.found(), none.needed())
                        + none.from()
                                .map(date -> " " + page.t("verification.lack.from", page.date(date)))
                                .orElse("");
            case Verification.Measured measured -> "";
        };
    }

    /** The line that speaks for the decision: the first measured one, else the first. */
    public Line first() {
        return lines.stream()
                .filter(line -> line.measured().isPresent())
                .findFirst()
                .orElse(lines.getFirst());
    }

    /** The line of a category, if that was promised. */
    public Optional<Line> find(IndicatorCategory category) {
        return lines.stream()
                .filter(line -> line.promised()
                        .filter(change -> change.category() == category)
                        .isPresent())
                .findFirst();
    }
}
