package org.boucle.bench.itfootprint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the machine itself adds to a latency: a server without collections, libraries or parsing that computes as much as takes
 * the asked time on an undisturbed core, longer on one whose neighbours slow it, and answers the asked number of bytes: {@code
 * GET /work/<microseconds>/<bytes>}. Argument: the port.
 */
public final class PlainServer {
    private static final Pattern WORK = Pattern.compile("GET /work/(\\d{1,6})/(\\d{1,6}) ");

    private static final int MEASUREMENTS = 100;
    private static final long MEASURED_STEPS = 2_000_000;
    private static final double STEPS_PER_MICROSECOND = stepsPerMicrosecond();

    private PlainServer() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket server =
                new ServerSocket(Integer.parseInt(arguments[0]), 64, InetAddress.getByName("127.0.0.1"))) {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            byte[] answer = {};
            StringBuilder head = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                head.append((char) next);
                if (next == '\n' && head.indexOf("\r\n\r\n") > 0) {
                    Matcher work = WORK.matcher(head);
                    if (!work.lookingAt()) {
                        throw new IOException("Not a request for work: " + head);
                    }
                    int bytes = Integer.parseInt(work.group(2));
                    if (answer.length < bytes) {
                        String start = "HTTP/1.1 200 OK\r\nContent-Length: " + bytes + "\r\n\r\n";
                        answer = (start + "x".repeat(bytes)).getBytes(StandardCharsets.US_ASCII);
                    }
                    compute((long) (Integer.parseInt(work.group(1)) * STEPS_PER_MICROSECOND));
                    out.write(answer);
                    head.setLength(0);
                }
            }
        } catch (IOException closed) {
            System.err.println("A connection ended: " + closed.getMessage());
        }
    }

    /** The most that any of several measurements found: the others were slowed by something. */
    private static double stepsPerMicrosecond() {
        double most = 0;
        for (int i = 0; i < MEASUREMENTS; i++) {
            long begun = System.nanoTime();
            compute(MEASURED_STEPS);
            most = Math.max(most, MEASURED_STEPS * 1e3 / (System.nanoTime() - begun));
        }
        return most;
    }

    /** A chain of multiplications, each of which needs the last one's result. */
    private static void compute(long steps) {
        long chain = 1;
        for (long i = 0; i < steps; i++) {
            chain = chain * 6_364_136_223_846_793_005L + 1;
        }
        if (chain == 0) {
            throw new IllegalStateException("An odd chain cannot reach zero so soon.");
        }
    }
}
