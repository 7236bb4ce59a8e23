package org.boucle.features.territory.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Limits;
import org.boucle.features.territory.demo.GeneratedTerritory;
import org.boucle.features.territory.demo.Kalundborg;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.inventory.Terms;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private static final Catalog CATALOG = Catalog.shipped();

    @Property(tries = 12)
    void indexFindsWhatThePlainMatcherFinds(
            @ForAll @IntRange(min = 20, max = 500) int flows,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 60) int keep) {
        Inventory inventory = GeneratedTerritory.of(flows, 2 + flows / 7, seed, CATALOG);
        Matching matching = new Matcher(inventory, CATALOG, Weights.DEFAULT).match(keep);
        PlainMatcher plain = new PlainMatcher(inventory, CATALOG);
        for (Flow flow : inventory.flows()) {
            List<Candidate> expected = plain.best(flow, keep);
            List<Candidate> found = matching.of(flow.id());
            assertThat(found).as(flow.id()).hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-9));
            }
        }
    }

    @Property(tries = 5)
    void explanationGivesTheSameScore(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        Inventory inventory = GeneratedTerritory.of(300, 40, seed, CATALOG);
        Matcher matcher = new Matcher(inventory, CATALOG, Weights.DEFAULT);
        for (Candidate candidate : matcher.match(3).ranked()) {
            Explanation explanation = matcher.explain(candidate.out(), candidate.in());
            assertThat(explanation).isInstanceOfSatisfying(Explanation.Scored.class, scored -> {
                assertThat(scored.score()).isEqualTo(candidate.score());
                double product = 1;
                for (FactorName name : FactorName.values()) {
                    product *= Math.pow(scored.factors().get(name), Weights.DEFAULT.of(name));
                }
                assertThat(product).isCloseTo(candidate.score(), within(1e-9));
            });
        }
    }

    @Test
    void findsTheDocumentedExchangesOfKalundborg() {
        List<Kalundborg.Exchange> exchanges = Kalundborg.found(CATALOG);
        assertThat(exchanges).hasSize(17);
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.rank()).isBetween(1, 3));
    }

    @Test
    void unknownPropertyIsToBeTestedAndNeverAccepted() {
        Inventory inventory = pair("", "moisture<=10 %", Set.of());
        Explanation explanation = matcher(inventory).explain("out", "in");
        assertThat(explanation).isInstanceOfSatisfying(Explanation.Scored.class, scored -> {
            assertThat(scored.toBeTested()).contains("moisture");
            assertThat(scored.factors().get(FactorName.PROPERTIES)).isLessThan(1);
        });
    }

    @Test
    void propertyOutsideTheWindowClosesTheGate() {
        Inventory inventory = pair("moisture=12 %", "moisture<=10 %", Set.of());
        assertThat(matcher(inventory).explain("out", "in")).isEqualTo(new Explanation.Refused(Gate.PROPERTY));
        assertThat(matcher(inventory).best("out", 5)).isEmpty();
    }

    @Test
    void wordsFindWhatNoCodeNames() {
        Site a = site("a", "38.32", Set.of());
        Site b = site("b", "38.32", Set.of());
        Flow out = flow("out", "a", Direction.OUT, "", "", "Chutes de liège expansé", "");
        Flow in = flow("in", "b", Direction.IN, "", "", "liège pour isolant", "");
        Matcher matcher = matcher(new Inventory(List.of(a, b), List.of(out, in), LocalDate.of(2026, 1, 1)));
        assertThat(matcher.explain("out", "in")).isInstanceOfSatisfying(Explanation.Scored.class, scored -> {
            assertThat(scored.basis()).isEqualTo(Basis.TEXT);
            assertThat(scored.factors().get(FactorName.CODE)).isLessThanOrEqualTo(0.3);
        });
    }

    @Test
    void hazardousWasteNeedsAPermit() {
        Site a = site("a", "24.10", Set.of());
        Site without = site("b", "20.13", Set.of());
        Site with = site("c", "20.13", Set.of("2790"));
        Flow out = flow("out", "a", Direction.OUT, "060101", "", "", "");
        Flow in = flow("in", "b", Direction.IN, "", "acid", "", "");
        Flow in2 = flow("in2", "c", Direction.IN, "", "acid", "", "");
        Matcher matcher =
                matcher(new Inventory(List.of(a, without, with), List.of(out, in, in2), LocalDate.of(2026, 1, 1)));
        assertThat(matcher.explain("out", "in")).isEqualTo(new Explanation.Refused(Gate.LEGAL));
        assertThat(matcher.best("out", 5)).extracting(Candidate::in).containsExactly("in2");
    }

    private static Matcher matcher(Inventory inventory) {
        return new Matcher(inventory, CATALOG, Weights.DEFAULT);
    }

    private static Inventory pair(String offered, String wanted, Set<String> permits) {
        Site a = site("a", "35.11", Set.of());
        Site b = site("b", "23.62", permits);
        Flow out = flow("out", "a", Direction.OUT, "100105", "", "", offered);
        Flow in = flow("in", "b", Direction.IN, "", "gypsum", "", wanted);
        return new Inventory(List.of(a, b), List.of(out, in), LocalDate.of(2026, 1, 1));
    }

    private static Site site(String id, String activity, Set<String> permits) {
        return new Site(id, id, id, new Place(49.3, 6.1), activity, 10, false, permits);
    }

    private static Flow flow(
            String id, String site, Direction direction, String code, String resource, String label, String limits) {
        return new Flow(
                id,
                site,
                direction,
                FlowKind.MATERIAL,
                code,
                resource,
                label,
                Amount.of(100),
                Profile.EVEN,
                Limits.all(limits),
                direction == Direction.OUT ? LegalStatus.WASTE : LegalStatus.PRODUCT,
                Set.of(),
                Terms.NONE,
                Confidence.DECLARED,
                "");
    }
}
