package org.boucle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.boucle.app.accounts.Role;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ten thousand malformed requests over every route of the API and the pages: never a 5xx, and the server lives on. */
class HostileRequestsTest {
    private static final int REQUESTS = 10_000;
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "NaN",
            "-1",
            "1e999",
            "999999999999999999999",
            "../../etc/passwd",
            "' OR 1=1 --",
            "<script>",
            "%00",
            "\u0000",
            "é€😀",
            "x".repeat(5_000),
            "{",
            "[]",
            "2026-13-45",
            "Infinity",
            "\"",
            "a/b",
            ";",
            "true");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "}",
            "null",
            "[]",
            "{}",
            "[[[[",
            "\"text\"",
            "12",
            "{\"a\":1}{\"b\":2}",
            "{\"a\":NaN}",
            "[1,2,",
            "\u0000",
            "{\"name\":null,\"value\":\"x\"}",
            "{\"items\":[{},{},null,1]}",
            "a=b&c=d",
            "%%%",
            "[".repeat(2_000),
            "{\"a\":" + "9".repeat(500) + "}",
            "\"" + "y".repeat(100_000) + "\"",
            "{\"time\":\"yesterday\",\"value\":{}}");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/csv",
            "application/x-www-form-urlencoded",
            "nonsense",
            "application/json; charset=nowhere");

    private record Operation(String method, String path) {}

    @Test
    void noMalformedRequestIsOurFault() {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ADMINISTRATOR);
            List<Operation> operations = operations(server);
            Random random = new Random(7);
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
                Operation operation = operations.get(random.nextInt(operations.size()));
                HttpRequest request = request(server, operation, token, random);
                HttpResponse<String> answer;
                try {
                    answer = server.send(request);
                } catch (UncheckedIOException unheard) {
                    faults.add(request.method() + " " + request.uri() + " unheard: " + unheard.getCause());
                    continue;
                }
                if (answer.statusCode() >= 500) {
                    faults.add(request.method() + " " + request.uri() + " " + answer.statusCode());
                }
            }
            assertThat(faults).isEmpty();
            assertThat(server.get("/health", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void malformedHttpIsRefusedAndTheServerLivesOn() throws IOException {
        try (TestServer server = TestServer.withAdministrator()) {
            Random random = new Random(11);
            for (int i = 0; i < 500; i++) {
                byte[] garbage = new byte[1 + random.nextInt(300)];
                random.nextBytes(garbage);
                String start =
                        i % 2 == 0 ? "" : "POST /api/levers HTTP/1.1\r\nContent-Length: " + random.nextInt() + "\r\n";
                assertThat(firstLine(server, start, garbage)).doesNotContain(" 50");
            }
            assertThat(server.get("/health", "").statusCode()).isEqualTo(200);
        }
    }

    private static List<Operation> operations(TestServer server) {
        List<Operation> operations = new ArrayList<>(List.of(
                new Operation("GET", "/"),
                new Operation("GET", "/levers/{id}"),
                new Operation("POST", "/setup"),
                new Operation("GET", "/language/{code}"),
                new Operation("GET", "/decisions"),
                new Operation("POST", "/decisions"),
                new Operation("GET", "/static/{name}"),
                new Operation("POST", "/accounts/{id}/close"),
                new Operation("POST", "/accounts")));
        JsonNode paths = Json.read(server.get("/api/openapi.json", "").body()).path("paths");
        for (String path : paths.propertyNames()) {
            paths.path(path)
                    .propertyNames()
                    .forEach(method -> operations.add(new Operation(method.toUpperCase(), path)));
        }
        operations.removeIf(operation -> STREAMS.contains(operation.path()));
        return operations;
    }

    /** Answers that never end by design. */
    private static final Set<String> STREAMS = Set.of("/api/live");

    private static HttpRequest request(TestServer server, Operation operation, String token, Random random) {
        String path = operation.path();
        while (path.contains("{")) {
            String value = URLEncoder.encode(pick(NASTY, random), StandardCharsets.UTF_8);
            path = path.replaceFirst("\\{[^}]+}", value.isEmpty() ? "x" : value.replace("%", "%"));
        }
        StringBuilder query = new StringBuilder("?");
        for (String name : List.of("site", "period", "from", "to", "step", "id", "format")) {
            if (random.nextInt(4) == 0) {
                query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(pick(NASTY, random), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path + query)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", pick(TYPES, random));
        boolean body = !operation.method().equals("GET");
        return request.method(
                        operation.method(),
                        body
                                ? HttpRequest.BodyPublishers.ofString(pick(BODIES, random))
                                : HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String firstLine(TestServer server, String start, byte[] garbage) throws IOException {
        URI address = URI.create(server.address("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(200);
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            out.write(garbage);
            out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException | java.net.SocketTimeoutException closed) {
            return "";
        }
    }
}
