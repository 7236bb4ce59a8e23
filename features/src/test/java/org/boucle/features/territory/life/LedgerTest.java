package org.boucle.features.territory.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.features.territory.inventory.Profile;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    private static Ledger of(double promised, Profile out, Synergy.Measured... measured) {
        Synergy synergy = new Synergy(
                "t", "o", "i", Stage.RUNNING, Set.of(), new Checklist(Map.of()), promised, List.of(measured));
        return Ledger.of(synergy, out, Profile.EVEN, NOW);
    }

    @Test
    void monthsAreJudgedByTheirShareOfThePromise() {
        Ledger ledger = of(
                1200,
                Profile.EVEN,
                new Synergy.Measured("2026-07", 110),
                new Synergy.Measured("2026-08", 96),
                new Synergy.Measured("2026-09", 85),
                new Synergy.Measured("2026-10", 50),
                new Synergy.Measured("2026-11", 30));
        assertThat(ledger.lines())
                .extracting(Ledger.Line::status)
                .containsExactly(
                        Ledger.Status.MORE,
                        Ledger.Status.KEPT,
                        Ledger.Status.CLOSE,
                        Ledger.Status.SHORT,
                        Ledger.Status.UNDER_WAY);
        assertThat(ledger.whole().promised()).isCloseTo(400, within(1e-9));
        assertThat(ledger.whole().measured()).isCloseTo(341, within(1e-9));
        assertThat(ledger.whole().status()).isEqualTo(Ledger.Status.CLOSE);
    }

    @Test
    void thePromiseFollowsTheSeasonThatBothShare() {
        Profile winter = Profile.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        Ledger ledger = of(400, winter, new Synergy.Measured("2026-01", 100), new Synergy.Measured("2026-07", 0));
        assertThat(ledger.lines().getFirst().promised()).isCloseTo(100, within(1e-9));
        assertThat(ledger.lines().getLast().status()).isEqualTo(Ledger.Status.NO_PROMISE);
    }
}
