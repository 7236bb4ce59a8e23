package org.boucle.app.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.boucle.app.store.Database;
import org.boucle.app.store.Dialect;
import org.boucle.app.store.StoreFailure;

/**
 * Backups are SQLite files, of either database, taken while the server runs; they are restored into either. A file
 * appears under its name only once it is complete.
 */
public final class Backup {
    private Backup() {}

    /** Writes the store as of now into a file; {@code migrate} makes the schema where the copy crosses databases. */
    public static void take(Database database, Path file, Consumer<Database> migrate) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            if (database.dialect() == Dialect.SQLITE) {
                vacuumInto(database.url(), part);
            } else {
                copyInto(database, part, migrate);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void vacuumInto(String url, Path file) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, file.toString());
            vacuum.execute();
        } catch (SQLException failure) {
            throw new StoreFailure("backup", failure);
        }
    }

    private static void copyInto(Database database, Path file, Consumer<Database> migrate) throws IOException {
        try (Database copy = Database.open("jdbc:sqlite:" + file)) {
            migrate.accept(copy);
            StoreCopy.copy(database, copy);
            copy.read(sql -> sql.list("PRAGMA wal_checkpoint(TRUNCATE)", row -> 0));
        }
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    }

    /** Replaces everything in a store by a backup; the server on it must be stopped. */
    public static long restore(Path file, Database database, Consumer<Database> migrate) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "No backup at " + file + ". Maybe the path is relative to another directory.");
        }
        Path own = copy(file); // an older backup is migrated before it is read, and stays as it is
        try (Database backup = Database.open("jdbc:sqlite:" + own)) {
            List<String> faults = integrity(backup);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(file + " is damaged: " + faults.getFirst());
            }
            migrate.accept(backup);
            migrate.accept(database);
            return StoreCopy.copy(backup, database);
        } finally {
            for (String end : new String[] {"", "-wal", "-shm"}) {
                own.resolveSibling(own.getFileName() + end).toFile().delete();
            }
        }
    }

    private static Path copy(Path file) {
        try {
            Path own = Files.createTempFile("boucle-restore", ".db");
            Files.copy(file, own, StandardCopyOption.REPLACE_EXISTING);
            return own;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the database itself finds wrong with its pages and indexes. */
    public static List<String> integrity(Database database) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            return List.of();
        }
        List<String> lines = database.read(sql -> sql.list("PRAGMA integrity_check", row -> row.getString(1)));
        List<String> faults = new ArrayList<>(lines);
        faults.remove("ok");
        return faults;
    }
}
