package org.boucle.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** Splits a stream into lines of bounded length, whatever its length. */
final class BoundedLines {
    private BoundedLines() {}

    /** Hands each line over, stripped; a line of more bytes than allowed ends the reading as bad input. */
    static void read(InputStream in, int longest, Consumer<String> lines) throws IOException {
        byte[] buffer = new byte[16_384];
        int filled = 0;
        int row = 1;
        for (int n = in.read(buffer, 0, buffer.length); n >= 0; n = in.read(buffer, filled, buffer.length - filled)) {
            int start = 0;
            for (int i = filled; i < filled + n; i++) {
                if (buffer[i] == '\n') {
                    lines.accept(new String(buffer, start, i - start, StandardCharsets.UTF_8).strip());
                    start = i + 1;
                    row++;
                }
            }
            filled += n - start;
            System.arraycopy(buffer, start, buffer, 0, filled);
            if (filled > longest) {
                throw BadInput.of(Place.ofRow("", row), "ingest.long", longest);
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        if (filled > 0) {
            lines.accept(new String(buffer, 0, filled, StandardCharsets.UTF_8).strip());
        }
    }
}
