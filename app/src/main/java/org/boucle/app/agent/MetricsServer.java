package org.boucle.app.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers {@code GET /metrics}, one request after the other, on the loopback address unless told otherwise. */
final class MetricsServer implements Runnable, AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LONGEST_HEAD = 8192;
    private final ServerSocket listening;
    private final MetricsPage page;

    MetricsServer(String address, int port, MetricsPage page) throws IOException {
        listening = new ServerSocket(port, 8, InetAddress.getByName(address));
        this.page = page;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void run() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                answer(socket);
            } catch (IOException clientGone) {
                // who asks and goes away, or asks nothing, gets nothing; the next one is served
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        boolean wanted = head.startsWith("GET /metrics ") || head.startsWith("GET /metrics?");
        String body = wanted ? page.text() : "The metrics are at /metrics\n";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String type = wanted ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain";
        StringBuilder out = new StringBuilder(256);
        out.append("HTTP/1.1 ").append(wanted ? "200 OK" : "404 Not Found");
        out.append("\r\nContent-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(bytes.length);
        out.append("\r\nConnection: close\r\n\r\n");
        OutputStream stream = socket.getOutputStream();
        stream.write(out.toString().getBytes(StandardCharsets.US_ASCII));
        stream.write(bytes);
        stream.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(256);
        int c = in.read();
        while (c >= 0 && head.length() < LONGEST_HEAD) {
            head.append((char) c);
            int length = head.length();
            if (c == '\n' && length >= 4 && head.charAt(length - 2) == '\r' && head.charAt(length - 3) == '\n') {
                break;
            }
            c = in.read();
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
