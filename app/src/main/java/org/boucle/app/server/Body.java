package org.boucle.app.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The body of a request. A reader that closes it, as JSON readers do at the first mistake, leaves it open here, so that the
 * rest can still be read away before the answer.
 */
final class Body extends FilterInputStream {
    private static final long LARGEST_DRAINED = 4L << 20;
    /** A declared length is only believed as far as this before the bytes are there. */
    private static final int LARGEST_AT_ONCE = 64 << 10;

    private final int length;

    /**
     * @param length bytes as declared by the request, negative where it does not say
     */
    Body(InputStream in, long length) {
        super(in);
        this.length = (int) Math.min(length, Integer.MAX_VALUE);
    }

    /** As in the super class, but a body of declared length is read into an array of just that length. */
    @Override
    public byte[] readNBytes(int most) throws IOException {
        if (length < 0 || length > most || length > LARGEST_AT_ONCE) {
            return super.readNBytes(most);
        }
        byte[] bytes = new byte[length];
        int read = in.readNBytes(bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
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
        try {
            if (in.read() < 0) {
                return true;
            }
            byte[] rest = new byte[8192];
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
