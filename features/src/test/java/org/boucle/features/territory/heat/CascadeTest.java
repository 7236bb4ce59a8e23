package org.boucle.features.territory.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CascadeTest {
    private static final List<HeatStream> KEMP = List.of(
            new HeatStream("H1", 170, 60, 3.0),
            new HeatStream("H2", 150, 30, 1.5),
            new HeatStream("C1", 20, 135, 2.0),
            new HeatStream("C2", 80, 140, 4.0));

    @Test
    void fourStreamsOfKemp() {
        Cascade cascade = Cascade.of(KEMP, 10);
        assertThat(cascade.hotUtility()).isCloseTo(20, within(1e-9));
        assertThat(cascade.coldUtility()).isCloseTo(60, within(1e-9));
        assertThat(cascade.pinches()).containsExactly(85.0);
        assertThat(cascade.recovered(KEMP)).isCloseTo(450, within(1e-9));
    }

    @Test
    void twoReactorsOfSmith() {
        Cascade cascade = Cascade.of(
                List.of(
                        new HeatStream("H1", 250, 40, 0.15),
                        new HeatStream("H2", 200, 80, 0.25),
                        new HeatStream("C1", 20, 180, 0.2),
                        new HeatStream("C2", 140, 230, 0.3)),
                10);
        assertThat(cascade.hotUtility()).isCloseTo(7.5, within(1e-9));
        assertThat(cascade.coldUtility()).isCloseTo(10, within(1e-9));
        assertThat(cascade.pinches()).containsExactly(145.0);
    }

    @Test
    void curvesOverlapByWhatIsRecovered() {
        Cascade cascade = Cascade.of(KEMP, 10);
        List<CompositeCurve.Point> hot = CompositeCurve.of(KEMP, true, 0);
        List<CompositeCurve.Point> cold = CompositeCurve.of(KEMP, false, cascade.coldUtility());
        assertThat(hot.getLast().kilowatts()).isCloseTo(510, within(1e-9));
        assertThat(cold.getLast().kilowatts() - hot.getLast().kilowatts())
                .isCloseTo(cascade.hotUtility(), within(1e-9));
    }

    @Property(tries = 200)
    void heatIsConserved(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<HeatStream> streams = random(new Random(seed));
        Cascade cascade = Cascade.of(streams, 10);
        double hot = streams.stream()
                .filter(HeatStream::isHot)
                .mapToDouble(HeatStream::duty)
                .sum();
        double cold = streams.stream()
                .filter(s -> !s.isHot())
                .mapToDouble(HeatStream::duty)
                .sum();
        assertThat(hot + cascade.hotUtility()).isCloseTo(cold + cascade.coldUtility(), within(1e-6));
        assertThat(cascade.flows()).allSatisfy(flow -> assertThat(flow).isGreaterThanOrEqualTo(-1e-9));
        assertThat(Cascade.of(streams, 20).hotUtility()).isGreaterThanOrEqualTo(cascade.hotUtility() - 1e-9);
    }

    @Property(tries = 100)
    void exchangeBetweenSitesNeverBeatsOneSite(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        List<HeatStream> a = random(random);
        List<HeatStream> b = random(random);
        TotalSite.Target target =
                TotalSite.of(List.of(new TotalSite.SiteStreams("a", a), new TotalSite.SiteStreams("b", b)), 10, 0);
        List<HeatStream> all = new ArrayList<>(a);
        all.addAll(b);
        assertThat(target.exchanged()).isGreaterThanOrEqualTo(0);
        assertThat(target.hotUtility())
                .isGreaterThanOrEqualTo(Cascade.of(all, 10).hotUtility() - 1e-6);
    }

    @Test
    void sourceSiteHeatsSinkSite() {
        TotalSite.Target target = TotalSite.of(
                List.of(
                        new TotalSite.SiteStreams("hot", List.of(new HeatStream("h", 180, 60, 2))),
                        new TotalSite.SiteStreams("cold", List.of(new HeatStream("c", 20, 120, 1)))),
                10,
                5);
        assertThat(target.alone()).isCloseTo(100, within(1e-9));
        assertThat(target.exchanged()).isCloseTo(95, within(1e-9));
    }

    private static List<HeatStream> random(Random random) {
        List<HeatStream> streams = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            double low = 20 + random.nextInt(150);
            double high = low + 10 + random.nextInt(150);
            boolean hot = random.nextBoolean();
            streams.add(new HeatStream("s" + i, hot ? high : low, hot ? low : high, 0.5 + random.nextInt(10)));
        }
        return streams;
    }
}
