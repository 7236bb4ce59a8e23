package org.boucle.bench.itfootprint;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/**
 * Asks one request again and again over several connections from a single thread, which takes the machine's cores as little
 * from the server as it can. Paced, each request has its time; one that must wait for a free connection is counted from when
 * it was due.
 *
 * <p>Connections come from several loopback addresses, since the server bounds the rate of each caller.
 */
final class Client implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    /** A request is sent and an answer seen late by this at most, which counts as latency; shorter sleeps take the server's time. */
    private static final long SLEEP = 200_000;

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final ByteBuffer request;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();

    private static final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocateDirect(256 << 10);
        private long due;
        private int expected;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    Client(int port, byte[] request) throws IOException {
        this.request = ByteBuffer.allocateDirect(request.length).put(request).flip();
        for (int caller = 1; caller <= CONNECTIONS; caller++) {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.1." + caller), 0));
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            idle.add(connection);
        }
    }

    /** Sends so many requests, each as soon as a connection is free. */
    void flood(int count) throws IOException {
        int sent = 0;
        int answered = 0;
        while (answered < count) {
            while (sent < count && !idle.isEmpty()) {
                send(idle.poll(), System.nanoTime());
                sent++;
            }
            selector.select();
            answered += receive(latency -> {});
        }
    }

    /** Latencies in ms, ascending, of what is sent in so many seconds. */
    double[] paced(double seconds, Pace pace) throws IOException {
        DoubleStream.Builder latencies = DoubleStream.builder();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        double due = start;
        int sent = 0;
        int answered = 0;
        pace.begin(start);
        while (due < end || answered < sent) {
            long now = System.nanoTime();
            double interval = 1e9 / pace.rate(now, answered);
            while (due < end && due <= now && !idle.isEmpty()) {
                send(idle.poll(), (long) due);
                sent++;
                due += interval;
            }
            if (idle.isEmpty() || due >= end) {
                selector.select();
            } else if (selector.selectNow() == 0) {
                LockSupport.parkNanos(SLEEP);
            }
            answered += receive(latencies);
        }
        return latencies.build().sorted().toArray();
    }

    /** How many answers became whole. */
    private int receive(DoubleConsumer latencies) throws IOException {
        int answered = 0;
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (receive(connection)) {
                latencies.accept((System.nanoTime() - connection.due) / 1e6);
                answered++;
                idle.add(connection);
            }
        }
        selector.selectedKeys().clear();
        return answered;
    }

    private void send(Connection connection, long due) throws IOException {
        connection.due = due;
        connection.expected = 0;
        connection.answer.clear();
        ByteBuffer rest = request.duplicate();
        while (rest.hasRemaining()) {
            connection.channel.write(rest);
        }
    }

    /** Whether the answer is now whole. */
    private static boolean receive(Connection connection) throws IOException {
        ByteBuffer answer = connection.answer;
        if (connection.channel.read(answer) < 0) {
            throw new EOFException("The server closed the connection.");
        }
        if (connection.expected == 0) {
            connection.expected = expected(answer);
        }
        return connection.expected > 0 && answer.position() >= connection.expected;
    }

    /** Bytes of the head and the body it announces; 0 while the head is not there yet. */
    private static int expected(ByteBuffer answer) {
        int end = 0;
        int length = -1;
        for (int i = 3; i < answer.position() && end == 0; i++) {
            if (answer.get(i) == '\n' && answer.get(i - 2) == '\n') {
                end = i + 1;
            } else if (answer.get(i) == ':' && isLength(answer, i)) {
                length = number(answer, i + 1);
            }
        }
        if (end == 0) {
            return 0;
        }
        int status = number(answer, "HTTP/1.1".length());
        if (status != 200 || length < 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "Status %d. Maybe the server was not started with --public-it.", status));
        }
        return end + length;
    }

    private static boolean isLength(ByteBuffer answer, int colon) {
        int from = colon + 1 - LENGTH.length;
        for (int i = 0; i < LENGTH.length; i++) {
            if (from < 0 || Character.toLowerCase(answer.get(from + i)) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuffer answer, int from) {
        int at = from;
        while (answer.get(at) == ' ') {
            at++;
        }
        int number = 0;
        for (; Character.isDigit(answer.get(at)); at++) {
            number = 10 * number + answer.get(at) - '0';
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
