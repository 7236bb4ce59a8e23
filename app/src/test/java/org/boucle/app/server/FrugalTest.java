package org.boucle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.boucle.app.server.Frugal.Step;
import org.junit.jupiter.api.Test;

class FrugalTest {
    private static final double START = 1.2;

    /** All that is done in so many looks, of which each saw so many processor seconds. */
    private static List<Step> steps(Frugal frugal, int looks, double seconds) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            steps.add(frugal.look(seconds));
        }
        steps.removeIf(step -> step == Step.NOTHING);
        return steps;
    }

    @Test
    void collectsOnceWhenTheStartIsOverAndThenLeavesARestingServerAlone() {
        Frugal frugal = new Frugal();
        assertThat(frugal.look(START)).isEqualTo(Step.NOTHING);
        assertThat(steps(frugal, 12, 0.02)).containsExactly(Step.COLLECT);
        assertThat(steps(frugal, 40, 0.01)).isEmpty();
    }

    @Test
    void widensOnceUnderLoadAndNarrowsWhenItIsOver() {
        Frugal frugal = new Frugal();
        assertThat(steps(frugal, 100, 6)).containsExactly(Step.WIDEN);
        assertThat(steps(frugal, 7, 0.1)).isEmpty();
        assertThat(steps(frugal, 5, 0.1)).containsExactly(Step.NARROW);
        assertThat(steps(frugal, 2, 6)).containsExactly(Step.WIDEN);
    }

    @Test
    void neverCollectsWhileSomebodyWaits() {
        Frugal frugal = new Frugal();
        assertThat(steps(frugal, 100, 2)).isEmpty();
    }

    @Test
    void collectsTheStartOfAServerThatAlwaysDoesALittle() {
        Frugal frugal = new Frugal();
        assertThat(steps(frugal, 400, 0.9)).containsExactly(Step.COLLECT);
    }

    @Test
    void collectsAfterAVisit() {
        Frugal frugal = new Frugal();
        steps(frugal, 20, 0.08);
        assertThat(steps(frugal, 1, 3)).isEmpty();
        assertThat(steps(frugal, 20, 0.02)).containsExactly(Step.COLLECT);
    }

    @Test
    void aMomentOfWorkDoesNotWiden() {
        Frugal frugal = new Frugal();
        assertThat(steps(frugal, 1, 8)).isEmpty();
        assertThat(steps(frugal, 1, 1)).isEmpty();
        assertThat(steps(frugal, 1, 8)).isEmpty();
    }

    @Test
    void theHeapGetsRoomAndGivesItBack() {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        HeapRoom.widen();
        int wide = used < 200 << 20 ? 30 : 5; // other tests in this process may hold more than there is to widen
        assertThat(HeapRoom.leastFreePercent()).isBetween(wide, 97);
        HeapRoom.narrow();
        assertThat(HeapRoom.leastFreePercent()).isEqualTo(5);
    }

    /** Java's own least free part is 40 %, more than what is left to widen when so much is in use. */
    @Test
    void aHeapInUseIsWidenedFromAnyLeastFreePart() {
        byte[][] used = new byte[260][1 << 20];
        HeapRoom.narrow();
        HeapRoom.free(40);
        HeapRoom.widen();
        assertThat(HeapRoom.leastFreePercent()).isBetween(5, 39);
        assertThat(used).hasNumberOfRows(260);
        used = null;
        HeapRoom.narrow();
    }
}
