package org.boucle.features.territory.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.boucle.features.territory.demo.Kalundborg;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.privacy.AnonymousCandidate;
import org.boucle.features.territory.privacy.Band;
import org.junit.jupiter.api.Test;

class SynergyTest {
    private final Flow gypsum = Kalundborg.inventory().flow("asn-gypsum");

    @Test
    void negotiatingNeedsBothConsents() {
        Synergy synergy = synergy(Stage.STUDIED, Set.of("A"), Checklist.empty());
        assertThat(synergy.obstacle(Stage.NEGOTIATED, "A", "B", gypsum, false))
                .isEqualTo(Synergy.Obstacle.CONSENT_MISSING);
        assertThat(synergy(Stage.STUDIED, Set.of("A", "B"), Checklist.empty())
                        .obstacle(Stage.NEGOTIATED, "A", "B", gypsum, false))
                .isEqualTo(Synergy.Obstacle.NONE);
        assertThat(synergy.obstacle(Stage.RUNNING, "A", "B", gypsum, false)).isEqualTo(Synergy.Obstacle.NOT_NEXT);
    }

    @Test
    void runningNeedsOneLawfulWay() {
        Checklist checklist = Checklist.empty()
                .with(Question.ANIMAL_BY_PRODUCTS, Answer.NOT_APPLICABLE)
                .with(Question.SHIPMENT_ACROSS_BORDERS, Answer.NOT_APPLICABLE)
                .with(Question.REACH, Answer.YES);
        Set<String> both = Set.of("A", "B");
        assertThat(synergy(Stage.NEGOTIATED, both, checklist).obstacle(Stage.RUNNING, "A", "B", gypsum, false))
                .isEqualTo(Synergy.Obstacle.LAW_OPEN);
        Checklist permitted =
                checklist.with(Question.RECEIVER_PERMIT, Answer.YES).with(Question.WASTE_NOTE, Answer.YES);
        assertThat(synergy(Stage.NEGOTIATED, both, permitted).obstacle(Stage.RUNNING, "A", "B", gypsum, false))
                .isEqualTo(Synergy.Obstacle.NONE);
        assertThat(permitted.missing(gypsum, true)).containsExactly(Question.HAZARDOUS_NOT_MIXED);
    }

    @Test
    void anonymousCandidateSaysOnlyClasses() {
        Flow need = Kalundborg.inventory().flow("gyp-gypsum-in");
        AnonymousCandidate seen = AnonymousCandidate.of("token", need, gypsum, 3.2, 0.8);
        assertThat(seen.toString())
                .doesNotContain("80000")
                .doesNotContain("80000.0")
                .doesNotContain("asn")
                .doesNotContain("100105")
                .doesNotContain("3.2")
                .doesNotContain("0.8");
        assertThat(seen.amount()).isEqualTo(new Band.Decade(10_000, 100_000));
    }

    private static Synergy synergy(Stage stage, Set<String> consents, Checklist checklist) {
        return new Synergy("s", "asn-gypsum", "gyp-gypsum-in", stage, consents, checklist, 1200, List.of());
    }
}
