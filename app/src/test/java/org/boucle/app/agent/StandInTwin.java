package org.boucle.app.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes points as the twin does, and can be away, refuse, or die after taking and before answering. */
final class StandInTwin implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    volatile int status = 202;
    volatile boolean takesButDiesBeforeAnswering;
    private final HttpServer server;

    StandInTwin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/telemetry/points", this::points);
        server.createContext("/boavizta/v1/server/", exchange -> {
            byte[] body = ("{\"impacts\":{\"gwp\":{\"embedded\":{\"value\":30.0},\"use\":{\"value\":98.0}},"
                            + "\"adp\":{\"embedded\":{\"value\":0.002},\"use\":{\"value\":4.9e-5}},"
                            + "\"pe\":{\"embedded\":\"not implemented\",\"use\":{\"value\":11289.0}}}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private void points(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (status < 300 || takesButDiesBeforeAnswering) {
            lines.addAll(body.lines().toList());
        }
        if (!takesButDiesBeforeAnswering) {
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
