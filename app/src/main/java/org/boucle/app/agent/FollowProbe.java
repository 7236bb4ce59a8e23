package org.boucle.app.agent;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.ForeignTools;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Follows a file to which Energizta or Scaphandre appends lines of JSON, and passes on what they measured at their own
 * times. Begins at the end of the file; a file that became shorter was replaced and is read from its beginning.
 */
final class FollowProbe implements Probe {
    private static final int MOST_BYTES = 256 << 10;
    private final File file;
    private long at;

    FollowProbe(File file) {
        this.file = file;
        this.at = file.length();
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        long length = file.length();
        if (length < at) {
            at = 0;
        }
        if (length == at) {
            return;
        }
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            byte[] bytes = new byte[(int) Math.min(length - at, MOST_BYTES)];
            in.seek(at);
            in.readFully(bytes);
            int from = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    addLine(new String(bytes, from, i - from, StandardCharsets.UTF_8), readings);
                    from = i + 1;
                }
            }
            at += from == 0 && bytes.length == MOST_BYTES ? bytes.length : from;
        } catch (IOException replacedJustNow) {
            at = 0;
        }
    }

    private static void addLine(String line, List<Reading> readings) {
        Optional<List<Reading>> found = ForeignTools.energizta(line);
        if (found.isEmpty()) {
            found = ForeignTools.scaphandre(line);
        }
        if (found.isPresent()) {
            readings.addAll(found.get());
        }
    }
}
