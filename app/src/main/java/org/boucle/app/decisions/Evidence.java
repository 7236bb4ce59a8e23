package org.boucle.app.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.boucle.app.server.Form.Upload;
import org.boucle.app.store.Sql;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/**
 * A file that stands behind a decision, addressed by its content, so that a decision that names the hash names exactly
 * this file.
 *
 * @param hash SHA-256 of the content in hexadecimal
 * @param name as the user named it
 */
public record Evidence(String hash, String name, byte[] content) {
    private static final long LARGEST = 20L << 20;

    /** Keeps an uploaded file; the same content is kept once. */
    public static String keep(Sql sql, Upload upload) {
        try {
            if (Files.size(upload.path()) > LARGEST) {
                throw BadInput.of(Place.ofFile(upload.name()), "decisions.evidence.large");
            }
            return keep(sql, upload.name(), Files.readAllBytes(upload.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String keep(Sql sql, String name, byte[] content) {
        String hash = hash(content);
        sql.run(
                "INSERT INTO evidence (hash, name, type, size, content) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (hash) DO NOTHING",
                hash,
                name,
                "application/octet-stream",
                (long) content.length,
                content);
        return hash;
    }

    public static Optional<Evidence> find(Sql sql, String hash) {
        return sql.find(
                "SELECT hash, name, content FROM evidence WHERE hash = ?",
                row -> new Evidence(row.getString(1), row.getString(2), row.getBytes(3)),
                hash);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence evidence && evidence.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
