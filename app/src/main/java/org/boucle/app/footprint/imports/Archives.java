package org.boucle.app.footprint.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** Zip archives of strangers: entries, sizes and the whole are counted while they are unpacked. */
final class Archives {
    static final int MOST_ENTRIES = 200_000;
    static final long LARGEST_ENTRY = 64L << 20;
    static final long LARGEST_TOTAL = 1L << 30;
    /** Real data compresses 5 to 30 times; a bomb a thousand times. */
    static final long HIGHEST_RATIO = 200;

    private Archives() {}

    /** Reads through the archive without keeping anything; what is hostile or broken is bad input. */
    static void check(String name, byte[] content) {
        forEach(name, content, entry -> false, (entry, bytes) -> {});
    }

    /**
     * Hands each wanted entry, unpacked, to the consumer, one at a time. The archive is read through its directory, from a
     * scratch file, since writers of workbooks leave sizes out of the entries themselves.
     */
    static void forEach(String name, byte[] content, Predicate<String> wanted, BiConsumer<String, byte[]> consumer) {
        inPasses(name, content, List.of(wanted), consumer);
    }

    /**
     * The same in several passes, each handing over its own entries in the archive's order, so that what others refer to
     * can be read first and nothing need be kept.
     */
    static void inPasses(
            String name, byte[] content, List<Predicate<String>> passes, BiConsumer<String, byte[]> consumer) {
        Path scratch = scratch(content);
        try (ZipFile zip = new ZipFile(scratch.toFile())) {
            if (zip.size() == 0 || zip.size() > MOST_ENTRIES) {
                throw BadInput.of(Place.ofFile(name), zip.size() == 0 ? "import.zip" : "import.entries", MOST_ENTRIES);
            }
            long left = Math.min(LARGEST_TOTAL, Math.max(1L << 20, content.length * HIGHEST_RATIO));
            for (int pass = 0; pass < passes.size(); pass++) {
                Predicate<String> wanted = passes.get(pass);
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    if (pass == 0) {
                        left -= read(zip, entry, left, Place.ofFile(name), wanted, consumer);
                    } else if (wanted.test(entry.getName())) {
                        // counted in the first pass already
                        read(zip, entry, LARGEST_ENTRY, Place.ofFile(name), wanted, consumer);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            throw BadInput.of(Place.ofFile(name), "import.zip", String.valueOf(malformed.getMessage()));
        } finally {
            delete(scratch);
        }
    }

    private static long read(
            ZipFile zip,
            ZipEntry entry,
            long left,
            Place archive,
            Predicate<String> wanted,
            BiConsumer<String, byte[]> consumer)
            throws IOException {
        Place place = archive.withSheet(shortened(entry.getName()));
        boolean keep = !entry.isDirectory() && wanted.test(entry.getName());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size;
        try (InputStream stream = zip.getInputStream(entry)) {
            size = unpack(stream, keep ? kept : OutputStream.nullOutputStream(), Math.min(LARGEST_ENTRY, left), place);
        }
        if (keep) {
            consumer.accept(entry.getName(), kept.toByteArray());
        }
        return size;
    }

    private static Path scratch(byte[] content) {
        try {
            Path file = Files.createTempFile("boucle-import", ".zip");
            Files.write(file, content);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long unpack(InputStream zip, OutputStream kept, long most, Place place) throws IOException {
        byte[] buffer = new byte[16_384];
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            if (size > most) {
                throw BadInput.of(place, "import.bomb", most);
            }
            kept.write(buffer, 0, read);
        }
        return size;
    }

    private static String shortened(String name) {
        return name.length() <= 120 ? name : name.substring(0, 120) + "…";
    }
}
