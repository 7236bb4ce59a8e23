package org.boucle.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Brings the schema up to date. Each part of the product has its own numbered files
 * {@code migrations/<part>/<name>.sql} on the class path; each runs once, in one transaction with the record that it
 * ran; a file that changed after it ran is refused.
 */
public final class Migrations {
    private Migrations() {}

    /** One migration of one part, for instance {@code new Migration("house", "001_accounts")}. */
    public record Migration(String part, String name) {
        String read() {
            String path = "/migrations/" + part + "/" + name + ".sql";
            try (InputStream stream = Migrations.class.getResourceAsStream(path)) {
                if (stream == null) {
                    throw new IllegalArgumentException("No migration at " + path + " on the class path.");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException("Reading " + path, failure);
            }
        }
    }

    public static void run(Database database, List<Migration> migrations) {
        database.change(sql -> sql.run(
                "CREATE TABLE IF NOT EXISTS migration (part TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL,"
                        + " PRIMARY KEY (part, name))"));
        for (Migration migration : migrations) {
            database.change(sql -> runOnce(sql, migration));
        }
    }

    private static void runOnce(Sql sql, Migration migration) {
        String text = migration.read();
        String hash = hash(text);
        Optional<String> before = sql.find(
                "SELECT hash FROM migration WHERE part = ? AND name = ?",
                row -> row.getString(1),
                migration.part(),
                migration.name());
        if (before.isPresent()) {
            if (!before.get().equals(hash)) {
                throw new IllegalStateException("Migration " + migration.part() + "/" + migration.name()
                        + " changed after it ran on this store. Maybe add a new file instead.");
            }
            return;
        }
        statements(sql.dialect().translate(text)).forEach(sql::run);
        sql.run("INSERT INTO migration (part, name, hash) VALUES (?, ?, ?)", migration.part(), migration.name(), hash);
    }

    private static List<String> statements(String text) {
        String withoutRemarks = text.replaceAll("(?m)--.*$", "");
        return Arrays.stream(withoutRemarks.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
