package org.boucle.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.boucle.app.Boucle;
import org.boucle.app.store.Database;
import org.boucle.app.store.Migrations;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Shared;
import org.boucle.core.input.BadInput;
import org.boucle.features.telemetry.ImportMapping;
import org.boucle.features.telemetry.MappingGuess;
import org.boucle.features.telemetry.RawTable;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    @TempDir
    Path directory;

    private TelemetryStore store(Path data) {
        return TelemetryStore.open(Database.inDirectory(data));
    }

    @Test
    void theSteelPlantAsANewUserWould() {
        Path file = Shared.file("datasets/steel/train_jan_sep.csv");
        assertThat(Boucle.run("import", "--data", directory.toString(), "--site", "Acierie", file.toString()))
                .isZero();
        assertThat(Boucle.run("import", "--data", directory.toString(), "--site", "Acierie", file.toString()))
                .isZero();
        TelemetryStore store = store(directory);
        SeriesInfo usage = store.series().find("acierie", "usage-kwh").orElseThrow();
        Samples all = store.read(usage.id(), 0, Long.MAX_VALUE);
        assertThat(all.size()).isEqualTo(26_208); // no row lost at midnight, none doubled by the second import
        assertThat(all.lastTime() - all.firstTime()).isEqualTo(26_207 * 900_000L);
        assertThat(all.firstTime())
                .isEqualTo(Instant.parse("2017-12-31T23:00:00Z").toEpochMilli());
        RollUp days = store.rollUp(usage.id(), all.firstTime(), all.lastTime() + 1, 86_400_000);
        assertThat(days.size()).isEqualTo(273);
        assertThat(days.count()).containsOnly(96);
        assertThat(Arrays.stream(days.amount()).sum())
                .isCloseTo(Arrays.stream(all.values()).sum(), org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void theBuildingsCumulativeMetersAsANewUserWould() {
        Path file = Shared.file("datasets/industrial-site/opsd_industrial3_2016-07-11.csv");
        assertThat(Boucle.run("import", "--data", directory.toString(), "--site", "Institut", file.toString()))
                .isZero();
        TelemetryStore store = store(directory);
        assertThat(store.series().list("institut"))
                .hasSize(20)
                .allMatch(s -> s.unit().equals("kWh") && s.kind().name().equals("COUNTER"));
        SeriesInfo grid = store.series().find("institut", "grid-import").orElseThrow();
        long from = Instant.parse("2016-07-11T02:00:00Z").toEpochMilli();
        RollUp hours = store.rollUp(grid.id(), from, from + 21 * 3_600_000L, 3_600_000);
        assertThat(Arrays.stream(hours.amount()).sum())
                .isCloseTo(284_733.196 - 282_671.446, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void aFrenchWindowsFileAndAWorkbookSayTheSame() throws IOException {
        String csv =
                "Relevé du compteur\nHorodate;Débit (m³/h);Énergie (kWh)\n01/12/2025 00:00;1,5;10,25\n01/12/2025 00:10;1,75;11\n13/12/2025 00:20;2;12\n";
        RawTable text = TableFiles.text(csv.getBytes(Charset.forName("windows-1252")), "a.csv");
        Path xlsx = directory.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(xlsx);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Relevés");
            sheet.value(0, 0, "Horodate");
            sheet.value(0, 1, "Débit (m³/h)");
            sheet.value(0, 2, "Énergie (kWh)");
            LocalDateTime[] times = {
                LocalDateTime.of(2025, 12, 1, 0, 0),
                LocalDateTime.of(2025, 12, 1, 0, 10),
                LocalDateTime.of(2025, 12, 13, 0, 20)
            };
            double[][] values = {{1.5, 10.25}, {1.75, 11}, {2, 12}};
            for (int i = 0; i < 3; i++) {
                sheet.value(i + 1, 0, times[i]);
                sheet.style(i + 1, 0).format("dd/MM/yyyy HH:mm").set();
                sheet.value(i + 1, 1, values[i][0]);
                sheet.value(i + 1, 2, values[i][1]);
            }
        }
        RawTable excel = TableFiles.read(xlsx, "a.xlsx").getFirst();
        assertThat(excel.sheet()).isEqualTo("Relevés");
        ZoneId paris = ZoneId.of("Europe/Paris");
        ImportMapping fromText = MappingGuess.of(text, paris);
        ImportMapping fromExcel = MappingGuess.of(excel, paris);
        assertThat(fromText.columns()).isEqualTo(fromExcel.columns());
        org.boucle.core.input.Issues issues = new org.boucle.core.input.Issues();
        var a = org.boucle.features.telemetry.TableReading.read(text, fromText, issues)
                .samples();
        var b = org.boucle.features.telemetry.TableReading.read(excel, fromExcel, issues)
                .samples();
        assertThat(issues.list()).isEmpty();
        assertThat(a).isEqualTo(b);
        assertThat(MappingJson.read(MappingJson.write(fromText)).columns()).isEqualTo(fromText.columns());
    }

    @Test
    void aFileWithOneBadCellChangesNothingAndSaysWhere() throws IOException {
        Path file = directory.resolve("m.csv");
        Files.writeString(
                file,
                "date,P (kW)\n2026-01-01 00:00,1.5\n2026-01-01 00:10,oops\n2026-01-01 00:20,2.5\n".repeat(1)
                        + "2026-01-01 00:30,3\n".repeat(9).replace("00:30", "00:40"));
        Path data = directory.resolve("d");
        assertThat(Boucle.run("import", "--data", data.toString(), file.toString()))
                .isEqualTo(1);
        assertThat(store(data).series().list()).isEmpty();
        assertThat(Boucle.run("import", "--data", data.toString(), "--leave-bad", file.toString()))
                .isZero();
        assertThat(store(data).series().list()).hasSize(1);
    }

    @Test
    void strangeFilesAreBadInputAndNothingElse() {
        Random r = new Random(4);
        for (int k = 0; k < 2_000; k++) {
            byte[] bytes = new byte[r.nextInt(400)];
            r.nextBytes(bytes);
            if (r.nextBoolean()) {
                bytes = ("date;a;b\n01/01/2026;" + new String(bytes, StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.UTF_8);
            }
            try {
                RawTable table = TableFiles.text(bytes, "x.csv");
                ImportMapping mapping = MappingGuess.of(table, ZoneId.of("Europe/Paris"));
                org.boucle.features.telemetry.TableReading.read(table, mapping, new org.boucle.core.input.Issues());
            } catch (BadInput expected) {
                assertThat(expected.issues()).isNotEmpty();
            }
        }
    }

    @Test
    void notAWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8});
        Path file = directory.resolve("bad.xlsx");
        Files.write(file, bytes.toByteArray());
        assertThatThrownBy(() -> TableFiles.read(file, "bad.xlsx")).isInstanceOf(BadInput.class);
    }

    @Test
    void backupRestoreVerify() throws IOException {
        Path file = directory.resolve("m.csv");
        StringBuilder rows = new StringBuilder("date,P (kW)\n");
        for (int i = 0; i < 200; i++) {
            rows.append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(600L * i))
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        Files.writeString(file, rows.toString());
        String one = directory.resolve("one").toString();
        String two = directory.resolve("two").toString();
        String backup = directory.resolve("b.db").toString();
        assertThat(Boucle.run("import", "--data", one, file.toString())).isZero();
        assertThat(Boucle.run("backup", "--data", one, backup)).isZero();
        assertThat(Boucle.run("restore", "--yes", "--data", two, backup)).isZero();
        assertThat(Boucle.run("verify", "--data", two)).isZero();
        assertThat(Boucle.run("series", "--data", two, "--format", "json")).isZero();
        assertThat(store(Path.of(two)).read(1, 0, Long.MAX_VALUE))
                .isEqualTo(store(Path.of(one)).read(1, 0, Long.MAX_VALUE));
        assertThat(List.of(Boucle.run("restore", "--data", two, backup))).containsExactly(2);
        Database damaged = Database.inDirectory(Path.of(two));
        damaged.change(sql -> sql.run("UPDATE telemetry_chunk SET points = points + 1"));
        assertThat(Boucle.run("verify", "--data", two)).isEqualTo(1);
        Migrations.run(damaged, TelemetryStore.MIGRATIONS);
    }
}
