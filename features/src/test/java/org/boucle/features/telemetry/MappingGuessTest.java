package org.boucle.features.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.core.input.Issues;
import org.junit.jupiter.api.Test;

class MappingGuessTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static RawTable table(String header, List<String> remarks, List<String> rows) {
        return new RawTable(
                "t.csv",
                "",
                remarks,
                List.of(header.split(";")),
                rows.stream().map(r -> List.of(r.split(";", -1))).toList(),
                2);
    }

    private static Samples read(RawTable table, ImportMapping mapping, int column) {
        Issues issues = new Issues();
        TableReading.Result result = TableReading.read(table, mapping, issues);
        assertThat(issues.list()).isEmpty();
        return result.samples().values().stream().toList().get(column);
    }

    @Test
    void frenchCommasAndDaysFirst() {
        RawTable t = table(
                "Horodate;Puissance (kW);Index (kWh)",
                List.of(),
                List.of(
                        "13/02/2026 08:00;1 234,5;100,0",
                        "13/02/2026 08:10;1 200,25;101,5",
                        "13/02/2026 08:20;n/a;103,0"));
        ImportMapping m = MappingGuess.of(t, PARIS);
        assertThat(m.timeFormat()).isEqualTo("d/M/yyyy H:m");
        assertThat(m.decimal()).isEqualTo(',');
        assertThat(m.stepMillis()).isEqualTo(600_000);
        assertThat(m.columns().get(0))
                .extracting(ColumnMapping::unit, ColumnMapping::kind)
                .containsExactly("kW", SeriesKind.GAUGE);
        Samples power = read(t, m, 0);
        assertThat(power.values()).containsExactly(1234.5, 1200.25);
        assertThat(power.firstTime())
                .isEqualTo(Instant.parse("2026-02-13T07:00:00Z").toEpochMilli());
    }

    /** Fifteen-minute rows over the two days on which the clocks change, as meters on local time write them. */
    @Test
    void theHourThatComesTwiceAndTheHourThatNeverComes() {
        DateTimeFormatter french = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
        for (LocalDate day : List.of(LocalDate.of(2025, 10, 26), LocalDate.of(2025, 3, 30))) {
            List<String> rows = new ArrayList<>();
            List<Long> expected = new ArrayList<>();
            for (ZonedDateTime t = day.atStartOfDay(PARIS); t.toLocalDate().equals(day); t = t.plusMinutes(15)) {
                rows.add(french.format(t) + ";1,5");
                expected.add(t.toInstant().toEpochMilli());
            }
            RawTable table = table("Date;Energie (kWh)", List.of(), rows);
            ImportMapping m = MappingGuess.of(table, PARIS);
            assertThat(m.zone()).isEqualTo(PARIS);
            assertThat(read(table, m, 0).times())
                    .containsExactly(expected.stream().mapToLong(x -> x).toArray());
        }
    }

    @Test
    void aMeterThatKeepsWinterTimeIsRecognised() {
        List<String> rows = new ArrayList<>();
        for (LocalDateTime t = LocalDateTime.of(2025, 3, 30, 0, 0); t.getDayOfMonth() == 30; t = t.plusMinutes(30)) {
            rows.add(t.toString().replace('T', ' ') + ";7");
        }
        RawTable table = table("date;kWh_value (kWh)", List.of(), rows);
        ImportMapping m = MappingGuess.of(table, PARIS);
        assertThat(m.zone().getId()).isEqualTo("+01:00");
        assertThat(m.notes()).contains("telemetry.note.winter-time");
        assertThat(read(table, m, 0).size()).isEqualTo(48);
        Issues issues = new Issues();
        TableReading.read(table, m.withZone(PARIS), issues);
        assertThat(issues.count()).isEqualTo(2);
        assertThat(issues.list().getFirst().code()).isEqualTo("telemetry.time.skipped");
    }

    @Test
    void midnightThatCarriesTheDateOfTheDayItEnds() {
        List<String> rows = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            for (int q = 1; q <= 96; q++) {
                rows.add(String.format("%02d/01/2026 %02d:%02d;2", day, q / 4 % 24, q % 4 * 15));
            }
        }
        RawTable table = table("date;Usage_kWh", List.of(), rows);
        ImportMapping m = MappingGuess.of(table, PARIS);
        assertThat(m.midnightEndsDay()).isTrue();
        assertThat(m.stamp()).isEqualTo(ImportMapping.Stamp.END);
        Samples usage = read(table, m, 0);
        assertThat(usage.size()).isEqualTo(288);
        assertThat(usage.firstTime())
                .isEqualTo(Instant.parse("2025-12-31T23:00:00Z").toEpochMilli());
        assertThat(usage.lastTime() - usage.firstTime()).isEqualTo(287 * 900_000L);
    }

    @Test
    void cumulativeMetersAndTheUnitInTheRemark() {
        RawTable table = table(
                "utc_timestamp;press;idle",
                List.of("# cumulative readings in kWh"),
                List.of(
                        "2026-01-01T00:00:00Z;10.5;3",
                        "2026-01-01T01:00:00Z;11;3",
                        "2026-01-01T02:00:00Z;12;3",
                        "2026-01-01T03:00:00Z;14;3",
                        "2026-01-01T04:00:00Z;15;3",
                        "2026-01-01T05:00:00Z;16;3",
                        "2026-01-01T06:00:00Z;17;3",
                        "2026-01-01T07:00:00Z;18;3"));
        assertThat(MappingGuess.of(table, PARIS).columns())
                .extracting(ColumnMapping::kind, ColumnMapping::unit)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(SeriesKind.COUNTER, "kWh"));
    }

    @Test
    void dateAndTimeOfDayInTwoColumnsAndExcelDays() {
        RawTable two = table("Date;Heure;T (°C)", List.of(), List.of("01/02/2026;08:00;20", "01/02/2026;08:30;21"));
        ImportMapping m = MappingGuess.of(two, PARIS);
        assertThat(m.clockColumn()).isEqualTo("Heure");
        assertThat(read(two, m, 0).lastTime() - read(two, m, 0).firstTime()).isEqualTo(1_800_000);
        RawTable excel = table("when;T (°C)", List.of(), List.of("46054.5;20", "46054.75;21"));
        assertThat(read(excel, MappingGuess.of(excel, ZoneId.of("UTC")), 0).firstTime())
                .isEqualTo(Instant.parse("2026-02-01T12:00:00Z").toEpochMilli());
    }

    @Test
    void allUnreadableCellsAreNamedAtOnce() {
        RawTable table = table(
                "date;P (kW)",
                List.of(),
                List.of("2026-01-01 00:00;1.0", "2026-01-01 00:10;abc", "32/13/2026;4", "2026-01-01 00:30;5.5"));
        ImportMapping m = new ImportMapping(
                "date",
                "",
                TimeFormat.LOCAL,
                PARIS,
                ImportMapping.Stamp.BEGIN,
                false,
                '.',
                600_000,
                List.of(new ColumnMapping("P (kW)", true, "p", "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, 1, "")),
                List.of());
        Issues issues = new Issues();
        TableReading.read(table, m, issues);
        assertThat(issues.list())
                .extracting(i -> i.place().row() + " " + i.code())
                .containsExactly("3 telemetry.number", "4 telemetry.time");
    }

    @Test
    void numbersAsPeopleWriteThem() {
        assertThat(Numbers.parse("1 234,56", ',')).hasValue(1234.56);
        assertThat(Numbers.parse("1.234,5", ',')).hasValue(1234.5);
        assertThat(Numbers.parse("1,234.5", '.')).hasValue(1234.5);
        assertThat(Numbers.parse("04.03", '.')).hasValue(4.03);
        assertThat(Numbers.parse("1,5", '.')).isEmpty();
        assertThat(Numbers.parse("12kW", '.')).isEmpty();
        assertThat(ColumnGuess.unitOf("Débit (m³/h)").map(Object::toString)).isEqualTo(Optional.of("m³/h"));
        assertThat(ColumnGuess.unitOf("machine_1")).isEmpty();
    }
}
