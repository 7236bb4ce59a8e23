package org.boucle.core.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One entry of a hash chain.
 *
 * @param sequence from 1, without gaps
 * @param time when it was written, to the millisecond
 * @param author who wrote it
 * @param subject what it is about, for instance {@code agreement/biscuits/site/a}
 * @param kind what happened, for instance {@code approved}
 * @param payload everything else, as text; the hash is over its exact characters
 * @param previousHash hash of the entry before, {@link #GENESIS} for the first
 * @param hash SHA-256 over all of the above, in hexadecimal
 */
public record ChainEntry(
        long sequence,
        Instant time,
        String author,
        String subject,
        String kind,
        String payload,
        String previousHash,
        String hash) {
    /** The hash before the first entry. */
    public static final String GENESIS = "0".repeat(64);

    public ChainEntry {
        Objects.requireNonNull(time);
        if (sequence < 1) {
            throw new IllegalArgumentException("Sequence " + sequence + " is below 1. Maybe it was counted from 0.");
        }
    }

    /** The entry that follows {@code sequence - 1} with hash {@code previousHash}. */
    static ChainEntry sealed(
            long sequence,
            Instant time,
            String author,
            String subject,
            String kind,
            String payload,
            String previousHash) {
        Instant kept = Instant.ofEpochMilli(time.toEpochMilli());
        String hash = hashOf(sequence, kept, author, subject, kind, payload, previousHash);
        return new ChainEntry(sequence, kept, author, subject, kind, payload, previousHash, hash);
    }

    /** Whether the hash is that of the content. */
    public boolean isIntact() {
        return hash.equals(hashOf(sequence, time, author, subject, kind, payload, previousHash));
    }

    /** Each part is preceded by its length, so that no text can pass for two others. */
    private static String hashOf(
            long sequence,
            Instant time,
            String author,
            String subject,
            String kind,
            String payload,
            String previousHash) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String[] parts = {
                Long.toString(sequence),
                Long.toString(time.toEpochMilli()),
                author,
                subject,
                kind,
                payload,
                previousHash
            };
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
