package org.boucle.app.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request. A reader that closes it, as JSON readers do at the first mistake, leaves it open here, so that the
 * rest can still be read away before the answer.
 */
final class Body extends FilterInputStream {
    private static final long LARGEST_DRAINED = 4L << 20;

    Body(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // the transport closes it with the request
    }

    /**
     * Reads away what is still unread, so that the asker hears the answer rather than a broken line.
     *
     * @return whether the end was reached
     */
    boolean drain() {
        byte[] rest = new byte[8192];
        try {
            long total = 0;
            int read = in.read(rest);
            while (read >= 0 && total < LARGEST_DRAINED) {
                total += read;
                read = in.read(rest);
            }
            return read < 0;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }
}
