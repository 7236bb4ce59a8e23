package org.boucle.features.levers.indus02;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.NetBenefit.Figure;
import org.boucle.core.scenario.Proposal;
import org.boucle.features.levers.indus02.Situation.Denser;
import org.boucle.features.levers.indus02.Situation.Kind;
import org.boucle.features.levers.indus02.Situation.Kit;
import org.boucle.features.levers.indus02.Situation.Move;
import org.junit.jupiter.api.Test;

/** The lever against arithmetic done by hand. */
class Indus02Test {
    private static final Indus02 LEVER = new Indus02();
    private static final Kit LAPTOPS = new Kit(
            "laptop",
            Kind.TERMINAL,
            100,
            4,
            new Figure(30, 45, 60),
            Figure.exact(5),
            50,
            1.2,
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            0.6,
            "table");
    private static final Kit SERVERS = new Kit(
            "server",
            Kind.SERVER,
            10,
            5,
            Figure.exact(200),
            Figure.exact(300),
            3000,
            19.5,
            OptionalDouble.of(15),
            Optional.of(new Denser(50, Figure.exact(360), 3600)),
            Optional.empty(),
            0.6,
            "table");
    private static final Kit CLOUD = new Kit(
            "m5.large",
            Kind.CLOUD,
            4,
            6,
            Figure.exact(10),
            new Figure(40, 50, 60),
            300,
            0,
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.of(new Move("SWE", new Figure(4, 5, 6))),
            1,
            "table");

    private static Situation of(Kit... kit) {
        return new Situation(List.of(kit), new Figure(0.5, 1, 2), "measured");
    }

    private static double change(Proposal proposal, IndicatorCategory category) {
        return proposal.changes().stream()
                .filter(change -> change.category() == category)
                .mapToDouble(IndicatorChange::expected)
                .sum();
    }

    private static Proposal find(Situation situation, String name) {
        return LEVER.propose(situation).stream()
                .filter(proposal -> proposal.id().equals("indus02/" + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutKitItAsksForIt() {
        assertThat(LEVER.missing(of())).isNotEmpty();
        assertThat(LEVER.propose(of())).isEmpty();
        assertThat(LEVER.missing(of(LAPTOPS))).isEmpty();
        assertThat(LEVER.sheet().acronym()).isEqualTo("Outil Indus-02");
    }

    @Test
    void keptTwoYearsLongerLaptopsAreMadeLessOften() {
        Proposal longer = find(of(LAPTOPS), "longer");
        double saved = 100 * 45 * (1 - 4 / 6.0 * 1.05);
        assertThat(change(longer, IndicatorCategory.GHG)).isCloseTo(-(saved * 0.95 - 0.5), within(1e-9));
        assertThat(change(longer, IndicatorCategory.MATERIAL))
                .isCloseTo(-100 * (1 / 4.0 - 1 / 6.0) * 1.2 * 0.95, within(1e-9));
    }

    @Test
    void idleServersAreFilled() {
        Proposal fuller = find(of(SERVERS), "fuller");
        double saved = 10 * 500 - 3 * (200 + 360);
        assertThat(change(fuller, IndicatorCategory.GHG)).isCloseTo(-(saved * 0.95 - 0.5), within(1e-9));
        assertThat(change(fuller, IndicatorCategory.ENERGY)).isCloseTo(-(30_000 - 10_800) * 0.95, within(1e-9));
    }

    @Test
    void instancesMoveToTheCleanerPlaceAndHalfTheRenewalsAreRefurbished() {
        assertThat(change(find(of(CLOUD), "moved"), IndicatorCategory.GHG))
                .isCloseTo(-(4 * 45 * 0.95 - 1), within(1e-9));
        assertThat(change(find(of(LAPTOPS), "refurbished"), IndicatorCategory.GHG))
                .isCloseTo(-(100 * 45 * 0.5 * 0.4 * 0.95 - 0.5), within(1e-9));
    }

    @Test
    void everyTotalIsTheSumOfItsLinesAndEveryLineHasASource() {
        List<Proposal> all = LEVER.propose(of(LAPTOPS, SERVERS, CLOUD));
        assertThat(all).hasSize(4);
        for (Proposal proposal : all) {
            assertThat(proposal.explanation()).allMatch(line -> !line.source().isBlank());
            for (IndicatorChange change : proposal.changes()) {
                double lines = proposal.explanation().stream()
                        .filter(line -> line.change().category() == change.category())
                        .mapToDouble(line -> line.change().expected())
                        .sum();
                assertThat(change.expected()).as(proposal.id()).isCloseTo(lines, within(1e-9));
            }
        }
        assertThat(LEVER.propose(of(LAPTOPS, SERVERS, CLOUD))).isEqualTo(all);
    }

    @Test
    void whatCostsMoreThanItSparesIsNotProposed() {
        Situation costly = new Situation(List.of(CLOUD), Figure.exact(10_000), "measured");
        assertThat(LEVER.propose(costly)).isEmpty();
    }
}
