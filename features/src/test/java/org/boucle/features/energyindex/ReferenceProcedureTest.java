package org.boucle.features.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.boucle.features.energyindex.ReferenceProcedure.Measured;
import org.boucle.features.energyindex.ReferenceProcedure.Proposed;
import org.boucle.features.energyindex.ReferenceProcedure.Refusal;
import org.boucle.features.energyindex.ReferenceProcedure.Ruled;
import org.boucle.features.energyindex.ReferenceProcedure.SetAside;
import org.boucle.features.energyindex.ReferenceProcedure.State;
import org.junit.jupiter.api.Test;

class ReferenceProcedureTest {
    private static final Evidence FILE = new Evidence("audit.pdf", "0".repeat(64), 12);
    private static final Vote SECTOR = new Vote("Federation", Vote.Half.SECTOR, Vote.Ballot.FOR);
    private static final Vote REGION = new Vote("Region", Vote.Half.AUTHORITIES, Vote.Ballot.FOR);
    private static final Vote AGAINST = new Vote("Region", Vote.Half.AUTHORITIES, Vote.Ballot.AGAINST);
    private static final Ruled YES = new Ruled(LocalDate.of(2006, 3, 1), List.of(SECTOR, REGION), "");
    private static final Ruled NO = new Ruled(LocalDate.of(2006, 3, 1), List.of(SECTOR, AGAINST), "");

    private static Proposed proposed(Approach approach, double value) {
        return new Proposed(approach, value, 0.05, FILE, "energy manager");
    }

    private static Measured measured(String rampUpEnd, String from, String to) {
        return new Measured(
                LocalDate.parse(rampUpEnd),
                LocalDate.parse(from),
                LocalDate.parse(to),
                1.7,
                0.02,
                FILE,
                "energy manager");
    }

    @Test
    void theFirstApproachIsEnoughWhereAllAgree() {
        ReferenceProcedure done = ReferenceProcedure.of("B")
                .after(proposed(Approach.COMPARISON, 1.6))
                .after(YES);
        assertThat(done.state()).isInstanceOf(State.Approved.class);
        assertThat(done.settled(2005).orElseThrow().perUnit()).isEqualTo(1.6);
        assertThat(done.refusal(NO)).contains(Refusal.SETTLED);
    }

    @Test
    void withoutConsensusTheThirdAppliesByDefault() {
        ReferenceProcedure procedure = ReferenceProcedure.of("B")
                .after(new SetAside(Approach.COMPARISON, "no comparable line known"))
                .after(proposed(Approach.SUPPLIER, 1.5))
                .after(NO);
        assertThat(procedure.state()).isEqualTo(new State.Awaiting(Approach.MEASUREMENT));
        assertThat(procedure.settled(2005)).isEmpty();
        assertThat(procedure.refusal(proposed(Approach.MEASUREMENT, 1.7))).contains(Refusal.NOT_ITS_TURN);
        ReferenceProcedure done = procedure.after(measured("2004-10-31", "2005-01-01", "2005-12-31"));
        assertThat(done.settled(2005).orElseThrow().perUnit()).isEqualTo(1.7);
        assertThat(done.steps()).hasSize(4);
    }

    @Test
    void theMeasuredYearIsWholeAndAfterTheRampUp() {
        ReferenceProcedure procedure = ReferenceProcedure.of("B")
                .after(new SetAside(Approach.COMPARISON, "none"))
                .after(new SetAside(Approach.SUPPLIER, "none"));
        assertThat(procedure.refusal(measured("2005-02-01", "2005-01-01", "2005-12-31")))
                .contains(Refusal.IN_RAMP_UP);
        assertThat(procedure.refusal(measured("2004-10-31", "2005-01-01", "2005-12-30")))
                .contains(Refusal.NOT_A_WHOLE_YEAR);
        assertThat(procedure.refusal(measured("2004-10-31", "2004-11-01", "2005-10-31")))
                .isEmpty();
    }

    @Test
    void approachesKeepTheirOrder() {
        ReferenceProcedure start = ReferenceProcedure.of("B");
        assertThat(start.refusal(proposed(Approach.SUPPLIER, 1.5))).contains(Refusal.NOT_ITS_TURN);
        assertThat(start.refusal(measured("2004-10-31", "2005-01-01", "2005-12-31")))
                .contains(Refusal.NOT_ITS_TURN);
        assertThat(start.refusal(YES)).contains(Refusal.NOTHING_PROPOSED);
        ReferenceProcedure waiting = start.after(proposed(Approach.COMPARISON, 1.6));
        assertThat(waiting.refusal(new SetAside(Approach.COMPARISON, "late"))).contains(Refusal.BEFORE_COMMITTEE);
        assertThatThrownBy(() -> start.after(YES)).hasMessageContaining("NOTHING_PROPOSED");
    }

    @Test
    void consensusNeedsBothHalvesAndNobodyAgainst() {
        Vote abstained = new Vote("Region", Vote.Half.AUTHORITIES, Vote.Ballot.ABSTAINED);
        assertThat(Vote.consensus(List.of(SECTOR, REGION))).isTrue();
        assertThat(Vote.consensus(List.of(SECTOR))).isFalse();
        assertThat(Vote.consensus(List.of(SECTOR, abstained))).isFalse();
        assertThat(Vote.consensus(List.of(SECTOR, REGION, AGAINST))).isFalse();
    }
}
