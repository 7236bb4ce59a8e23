package org.boucle.app.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.store.Database;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.telemetry.ColumnMapping;
import org.boucle.features.telemetry.ImportMapping;
import org.boucle.features.telemetry.PointCheck;
import org.boucle.features.telemetry.RawTable;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.TableReading;

/** Puts a table into the store by its mapping: the whole of it in one transaction, or nothing and all the reasons. */
public final class FileImport {
    private final TelemetryStore store;
    private final Database database;

    public FileImport(TelemetryStore store, Database database) {
        this.store = store;
        this.database = database;
    }

    /** One import as kept. */
    public record Done(String file, String site, String who, long at, long points, int series) {}

    /** What an import did. */
    public record Summary(long points, long missing, long left, List<SeriesInfo> series) {}

    /**
     * Imports a table.
     *
     * @param leaveBad leaves unreadable cells out and counts them, where otherwise one of them refuses the whole
     */
    public Summary run(RawTable table, ImportMapping mapping, String site, String who, String hash, boolean leaveBad) {
        Issues issues = new Issues();
        TableReading.Result result = TableReading.read(table, mapping, issues);
        boolean anyValue = result.points() > 0;
        if (!anyValue && issues.isEmpty()) {
            issues.add(Place.ofFile(table.file()), "ingest.empty");
        }
        if (!leaveBad || !anyValue) {
            issues.throwIfAny();
        }
        checkTimes(table, result, issues);
        Map<Long, Samples> samples = new LinkedHashMap<>();
        List<SeriesInfo> series = register(table, mapping, site, result, samples);
        store.keepAll(
                samples,
                sql -> sql.run(
                        "INSERT INTO ingest_import (file, hash, site, who, imported_at, points, series, mapping)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        table.file(),
                        hash,
                        site,
                        who,
                        System.currentTimeMillis(),
                        result.points(),
                        samples.size(),
                        MappingJson.write(mapping)));
        return new Summary(result.points(), result.missing(), issues.count(), series);
    }

    private static void checkTimes(RawTable table, TableReading.Result result, Issues before) {
        Issues issues = new Issues();
        long latest = System.currentTimeMillis() + PointCheck.STANDARD.aheadMillis();
        result.samples().forEach((column, s) -> {
            if (!s.isEmpty() && s.lastTime() > latest) {
                issues.add(
                        Place.ofFile(table.file()).withColumn(column.column()),
                        "ingest.future",
                        java.time.Instant.ofEpochMilli(s.lastTime()));
            }
        });
        issues.throwIfAny();
    }

    private List<SeriesInfo> register(
            RawTable table,
            ImportMapping mapping,
            String site,
            TableReading.Result result,
            Map<Long, Samples> samples) {
        Issues issues = new Issues();
        List<SeriesInfo> wanted = new ArrayList<>();
        result.samples().forEach((column, s) -> {
            if (!s.isEmpty()) {
                SeriesInfo info = info(table, mapping, site, column);
                store.series()
                        .find(site, column.series())
                        .filter(known -> known.kind() != info.kind() || !PointCheck.sameUnit(known.unit(), info.unit()))
                        .ifPresent(known -> issues.add(
                                Place.ofFile(table.file()).withColumn(column.column()),
                                "ingest.differs",
                                known.name(),
                                known.unit(),
                                known.kind(),
                                info.unit(),
                                info.kind()));
                wanted.add(info);
            }
        });
        issues.throwIfAny();
        List<SeriesInfo> series = store.series().registerAll(wanted);
        int i = 0;
        for (Map.Entry<ColumnMapping, Samples> entry : result.samples().entrySet()) {
            if (!entry.getValue().isEmpty()) {
                samples.put(series.get(i++).id(), entry.getValue());
            }
        }
        return series;
    }

    private static SeriesInfo info(RawTable table, ImportMapping mapping, String site, ColumnMapping column) {
        return SeriesInfo.of(site, column.series(), column.unit(), column.kind(), column.medium(), table.file())
                .withStepMillis(mapping.stepMillis());
    }

    /** The mapping that was used last for a table with the same columns, with what a user changed in it. */
    Optional<ImportMapping> remembered(RawTable table) {
        return database
                .read(sql -> sql.list(
                        "SELECT mapping FROM ingest_import ORDER BY id DESC LIMIT 50", row -> row.getString(1)))
                .stream()
                .map(MappingJson::read)
                .filter(m -> names(m).equals(table.header()))
                .findFirst();
    }

    private static List<String> names(ImportMapping m) {
        List<String> names =
                new ArrayList<>(m.columns().stream().map(ColumnMapping::column).toList());
        names.addFirst(m.timeColumn());
        return names;
    }

    /** The latest imports, newest first. */
    public List<Done> latest(int most) {
        return database.read(sql -> sql.list(
                "SELECT file, site, who, imported_at, points, series FROM ingest_import ORDER BY id DESC LIMIT " + most,
                row -> new Done(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getInt(6))));
    }

    /** SHA-256 of a file in hexadecimal. */
    static String hash(Path path) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
