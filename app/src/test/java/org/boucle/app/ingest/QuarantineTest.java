package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;

/** What nobody knows waits, bounded, and is not lost when somebody names it. */
class QuarantineTest extends IntakeFixture {
    private static final long START = 1_767_571_200_000L;

    @Test
    void acceptingAnUnknownSeriesLosesNoneOfItsPoints() {
        intake.submit(
                        "test",
                        List.of(
                                new Reading("plant", "new", START, 1, "kW"),
                                new Reading("plant", "new", START + 1, 2, "kW")))
                .join();
        intake.submit("test", List.of(new Reading("plant", "new", START + 2, 3, "kW")))
                .join();
        Quarantine.Entry entry = quarantine.list().getFirst();
        assertThat(entry.seen()).isEqualTo(3);
        long moved = quarantine.accept(
                entry, SeriesInfo.of("plant", "new", "kW", SeriesKind.GAUGE, Medium.OTHER, "test"), store);
        assertThat(moved).isEqualTo(3);
        SeriesInfo accepted = store.series().find("plant", "new").orElseThrow();
        assertThat(store.read(accepted.id(), 0, Long.MAX_VALUE).values()).containsExactly(1, 2, 3);
        assertThat(quarantine.list()).isEmpty();
        for (int i = 0; i < 5_000; i++) {
            intake.submit("test", List.of(new Reading("plant", "flood" + i, START, 1, "")));
        }
        intake.submit("test", List.of(new Reading("plant", "end", START, 1, "")))
                .join();
        assertThat(quarantine.list()).hasSizeLessThanOrEqualTo(Quarantine.MOST_ROWS + 1);
    }
}
