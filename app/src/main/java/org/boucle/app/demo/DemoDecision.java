package org.boucle.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.boucle.app.decisions.DecisionBook;
import org.boucle.app.energytwin.EnergyTwinRoom;
import org.boucle.app.server.House;
import org.boucle.core.decision.InService;
import org.boucle.core.decision.Verdict;
import org.boucle.core.scenario.Proposal;

/**
 * The decision in the simulated past: the electric oven, kept warm at night until then, is switched off. What it promised
 * is what the lever says of the readings before that day; what it saved is measured like any other saving.
 */
final class DemoDecision {
    private static final String PROPOSAL = "production-01/wait/Four 1";
    private static final String METER = "meter/oven-1/power";
    private static final int DAYS_BEFORE = 14;
    private static final String REASON =
            "Le four 1 est gardé à 150 °C entre deux jours ouvrés alors que sa chauffe ne prend que 70 minutes.";

    private DemoDecision() {}

    /** Writes the decision and its putting in service; nothing where the lever would not have proposed it. */
    static void tell(House house, EnergyTwinRoom energy, LocalDate inService) {
        Instant decided = at(inService.minusDays(DAYS_BEFORE), LocalTime.of(14, 0));
        Optional<Proposal> proposed = energy.proposalsAt(DemoSite.SITE, decided).stream()
                .filter(proposal -> proposal.id().equals(PROPOSAL))
                .findFirst();
        if (proposed.isEmpty()) {
            return;
        }
        String author = house.accounts().findOrCreateDemo().name();
        DecisionBook.Statement statement =
                new DecisionBook.Statement(DemoSite.SITE.id() + "/" + PROPOSAL, Verdict.ACCEPTED, "", "", REASON, "");
        house.database().change(sql -> DecisionBook.decide(sql, fixed(decided), author, statement, proposed));
        new DecisionBook(house.database())
                .accepted().stream()
                        .filter(accepted -> accepted.decision().subject().equals(statement.subject()))
                        .findFirst()
                        .ifPresent(accepted -> house.database()
                                .change(sql -> DecisionBook.serve(
                                        sql,
                                        fixed(at(inService, LocalTime.of(8, 0))),
                                        author,
                                        accepted.decision(),
                                        new InService(inService, METER))));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DemoSite.ZONE).toInstant();
    }

    private static Clock fixed(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }
}
