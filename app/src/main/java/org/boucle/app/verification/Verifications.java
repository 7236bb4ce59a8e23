package org.boucle.app.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.app.decisions.DecisionBook;
import org.boucle.app.decisions.DecisionBook.Accepted;
import org.boucle.app.energytwin.SavingsMeter;
import org.boucle.app.server.House;
import org.boucle.core.decision.InService;
import org.boucle.core.decision.Verification;
import org.boucle.core.decision.Verification.Lack;
import org.boucle.core.decision.Verification.NotYet;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.twin.Site;

/** The verification of every accepted decision, measured when asked and kept for ten minutes. */
public final class Verifications {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 2_000;
    private final House house;
    private final SavingsMeter meter;
    private final DecisionBook book;
    private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

    private record Asked(String decision, IndicatorChange promised, InService service) {}

    private record Answer(Instant until, Verification verification) {}

    public Verifications(House house, SavingsMeter meter) {
        this.house = house;
        this.meter = meter;
        this.book = new DecisionBook(house.database());
    }

    /** The accepted decisions of some sites, newest first. */
    public List<Verified> of(Collection<Site> sites) {
        List<Verified> all = new ArrayList<>();
        for (Accepted accepted : book.accepted()) {
            sites.stream()
                    .filter(site -> site.id().equals(accepted.decision().site()))
                    .findFirst()
                    .ifPresent(site -> all.add(new Verified(site, accepted, lines(site, accepted))));
        }
        return List.copyOf(all);
    }

    /** Message keys of what the accepted decisions of some sites have come to, by their numbers. */
    public Map<Long, String> statuses(Collection<Site> sites) {
        Map<Long, String> keys = new HashMap<>();
        of(sites).forEach(one -> keys.put(one.decision().sequence(), one.statusKey()));
        return keys;
    }

    private List<Verified.Line> lines(Site site, Accepted accepted) {
        List<Verified.Line> lines = new ArrayList<>();
        for (IndicatorChange change : accepted.decision().changes()) {
            IndicatorChange promised = change.asImprovement();
            lines.add(new Verified.Line(
                    Optional.of(promised),
                    accepted.service()
                            .map(service -> verify(site, accepted, promised, service))
                            .orElse(NotYet.of(Lack.SERVICE))));
        }
        if (lines.isEmpty()) {
            lines.add(new Verified.Line(Optional.empty(), NotYet.of(Lack.FIGURES)));
        }
        return lines;
    }

    private Verification verify(Site site, Accepted accepted, IndicatorChange promised, InService service) {
        Instant now = house.clock().instant();
        Asked asked = new Asked(accepted.decision().hash(), promised, service);
        Answer known = answers.get(asked);
        if (known != null && known.until().isAfter(now)) {
            return known.verification();
        }
        Verification verification = meter.verify(site, promised, service);
        if (verification instanceof Verification.Measured) {
            if (answers.size() >= MOST_KEPT) {
                answers.clear();
            }
            answers.put(asked, new Answer(now.plus(KEPT), verification));
        }
        return verification;
    }

    SavingsMeter meter() {
        return meter;
    }
}
