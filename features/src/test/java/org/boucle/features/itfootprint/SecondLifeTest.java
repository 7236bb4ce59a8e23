package org.boucle.features.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Second lives and virtual shares against figures worked out by hand. */
class SecondLifeTest {
    private static Assessment server() {
        Request request = new Request(List.of(Criterion.GWP, Criterion.LU), OptionalDouble.empty(), Rules.OURS, false);
        return ItFootprint.shipped().server(ServerSpec.of(ServerSpec.USUAL), request);
    }

    @Test
    void newEquipmentIsUntouched() {
        assertThat(SecondLife.NONE.factor()).isEqualTo(1);
        assertThat(SecondLife.NONE.of(server()).impacts()).isEqualTo(server().impacts());
    }

    @Test
    void theFormulaSharesBetweenGiverAndTaker() {
        // 40 % refurbished: 0.6 + 0.4 (0.5 × 0.1 + 0.5 × 0.5) = 0.72
        assertThat(SecondLife.of(0.4, 0).factor()).isCloseTo(0.72, within(1e-12));
        // 30 % reused: 1 + 0.5 × 0.3 (0.1 − 0.5) = 0.94
        assertThat(SecondLife.of(0, 0.3).factor()).isCloseTo(0.94, within(1e-12));
        // disposal of what is not reused: 0.94 + 0.7 × 0.05
        assertThat(new SecondLife(0, 0.3, 0.5, 0.5, 0.1, 0.05).factor()).isCloseTo(0.975, within(1e-12));
        // A = 1: the taker has no part in the first making, the giver no credit
        assertThat(new SecondLife(1, 1, 1, 0.5, 0.1, 0).factor()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void onlyTheMakingChanges() {
        Assessment second = SecondLife.of(0.4, 0).of(server());
        assertThat(second.find(Criterion.GWP, Stage.EMBEDDED).orElseThrow())
                .isEqualTo(server().find(Criterion.GWP, Stage.EMBEDDED)
                        .orElseThrow()
                        .times(SecondLife.of(0.4, 0).factor()));
        assertThat(second.find(Criterion.GWP, Stage.USE)).isEqualTo(server().find(Criterion.GWP, Stage.USE));
        assertThatIllegalArgumentException().isThrownBy(() -> SecondLife.of(40, 0));
    }

    @Test
    void aVirtualMachineTakesItsLargerShareOfWhatIsPromised() {
        assertThat(new VirtualShare(8, 64, 64, 256, 1, 1).share()).isEqualTo(0.25);
        assertThat(new VirtualShare(8, 64, 16, 256, 4, 1).share()).isEqualTo(0.0625);
        VirtualShare overcommitted = new VirtualShare(8, 64, 8, 256, 4, 1);
        assertThat(overcommitted.share()).isEqualTo(0.03125);
        assertThat(overcommitted
                        .of(server())
                        .findTotal(Criterion.GWP)
                        .orElseThrow()
                        .value())
                .isCloseTo(server().findTotal(Criterion.GWP).orElseThrow().value() / 32, within(1e-6));
        assertThatIllegalArgumentException().isThrownBy(() -> new VirtualShare(128, 64, 8, 256, 1, 1));
    }
}
