package org.boucle.features.energytwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DayGridTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static LoadCurve hours(LocalDate from, LocalDate to) {
        var start = from.atStartOfDay(PARIS).toInstant();
        int count = (int)
                Duration.between(start, to.atStartOfDay(PARIS).toInstant()).toHours();
        double[] energy = new double[count];
        for (int i = 0; i < count; i++) {
            energy[i] = i;
        }
        return new LoadCurve(start, Duration.ofHours(1), PARIS, energy);
    }

    @Test
    void springDayMissesAnHourAndAutumnDayAveragesOne() {
        DayGrid spring = DayGrid.of(hours(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 31)));
        assertThat(spring.at(0, 2)).isNaN();
        assertThat(spring.at(0, 3)).isEqualTo(2);
        assertThat(spring.at(1, 0)).isEqualTo(23);
        DayGrid autumn = DayGrid.of(hours(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 27)));
        assertThat(autumn.at(0, 2)).isEqualTo(2.5);
        assertThat(autumn.at(0, 3)).isEqualTo(4);
        assertThat(autumn.at(1, 0)).isEqualTo(25);
    }

    @Test
    void figuresOfACurve() {
        double[] energy = new double[100];
        Arrays.fill(energy, 5);
        energy[10] = 20;
        energy[11] = Double.NaN;
        LoadCurve curve = new LoadCurve(
                LocalDate.of(2026, 1, 5).atStartOfDay(PARIS).toInstant(), Duration.ofMinutes(30), PARIS, energy);
        LoadFigures figures = LoadFigures.of(curve);
        assertThat(figures.peak()).isEqualTo(40);
        assertThat(figures.peakIndex()).isEqualTo(10);
        assertThat(figures.baseload()).isEqualTo(10);
        assertThat(figures.energy()).isEqualTo(510);
        assertThat(LoadFigures.duration(curve)).hasSize(99).startsWith(40, 10);
        assertThat(curve.coverage()).isCloseTo(0.99, within(1e-9));
        assertThat(LoadFigures.week(curve)[0][5]).isCloseTo(40, within(1e-9));
        assertThat(LoadFigures.week(curve)[6][5]).isNaN();
    }
}
