package org.boucle.app.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.LazyString;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/**
 * What a connection receives. The transport's own reader chains its blocks, each read one pointing to the next for good: as
 * soon as one of them has grown old (a connection that idled is enough), every later block of that connection is reachable
 * from it, outlives each young collection and stays until the next full one. So a reader that has been read to its end is
 * replaced here by a new one. To be removed when the transport lets go of its blocks (decision 0014).
 */
final class RequestReader extends DataReader {
    private final Supplier<byte[]> socket;
    private DataReader part;

    /**
     * @param first reader that may have received something already
     * @param socket blocks until there is more; null at the end of the connection
     */
    @SuppressWarnings("removal") // no other constructor can be inherited
    RequestReader(DataReader first, Supplier<byte[]> socket) {
        super(() -> {
            throw new IllegalStateException("only the parts are read");
        });
        this.part = first;
        this.socket = socket;
    }

    private DataReader part() {
        if (part.available() == 0) {
            part = DataReader.create(this::receive);
        }
        return part;
    }

    private byte[] receive() {
        try {
            return socket.get();
        } catch (UncheckedIOException gone) {
            throw new ServerConnectionException("Failed to get data from socket", gone);
        }
    }

    @Override
    public int available() {
        return part.available();
    }

    @Override
    public void pullData() {
        part().pullData();
    }

    @Override
    public void skip(int count) {
        part().skip(count);
    }

    @Override
    public void ensureAvailable() {
        part().ensureAvailable();
    }

    @Override
    public byte read() {
        return part().read();
    }

    @Override
    public byte lookup() {
        return part().lookup();
    }

    @Override
    public boolean startsWithNewLine() {
        return part().startsWithNewLine();
    }

    @Override
    public boolean startsWith(byte[] prefix) {
        return part().startsWith(prefix);
    }

    @Override
    public BufferData readBuffer() {
        return part().readBuffer();
    }

    @Override
    public BufferData readBuffer(int length) {
        return part().readBuffer(length);
    }

    @Override
    public BufferData getBuffer(int length) {
        return part().getBuffer(length);
    }

    @Override
    public LazyString readLazyString(Charset charset, int length) {
        return part().readLazyString(charset, length);
    }

    @Override
    public String readAsciiString(int length) {
        return part().readAsciiString(length);
    }

    @Override
    public byte[] readBytes(int length) {
        return part().readBytes(length);
    }

    @Override
    public String readLine() {
        return part().readLine();
    }

    @Override
    public int findOrNewLine(byte wanted, int most) {
        return part().findOrNewLine(wanted, most);
    }

    @Override
    public int findNewLine(int most) {
        return part().findNewLine(most);
    }

    @Override
    public String debugDataHex() {
        return part.debugDataHex();
    }
}
