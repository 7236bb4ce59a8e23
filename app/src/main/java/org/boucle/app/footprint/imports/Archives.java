package org.boucle.app.footprint.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

    /** Hands each wanted entry, unpacked, to the consumer, one at a time. */
    static void forEach(String name, byte[] content, Predicate<String> wanted, BiConsumer<String, byte[]> consumer) {
        long total = 0;
        int entries = 0;
        long most = Math.min(LARGEST_TOTAL, Math.max(1L << 20, content.length * HIGHEST_RATIO));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Place place = Place.ofFile(name).withSheet(shortened(entry.getName()));
                if (++entries > MOST_ENTRIES) {
                    throw BadInput.of(place, "import.entries", MOST_ENTRIES);
                }
                boolean keep = !entry.isDirectory() && wanted.test(entry.getName());
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                total += unpack(zip, keep ? kept : null, Math.min(LARGEST_ENTRY, most - total), place);
                if (keep) {
                    consumer.accept(entry.getName(), kept.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            throw BadInput.of(Place.ofFile(name), "import.zip", String.valueOf(malformed.getMessage()));
        }
        if (entries == 0) {
            throw BadInput.of(Place.ofFile(name), "import.zip", "");
        }
    }

    private static long unpack(ZipInputStream zip, ByteArrayOutputStream kept, long most, Place place)
            throws IOException {
        byte[] buffer = new byte[16_384];
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            if (size > most) {
                throw BadInput.of(place, "import.bomb", most);
            }
            if (kept != null) {
                kept.write(buffer, 0, read);
            }
        }
        return size;
    }

    private static String shortened(String name) {
        return name.length() <= 120 ? name : name.substring(0, 120) + "…";
    }
}
