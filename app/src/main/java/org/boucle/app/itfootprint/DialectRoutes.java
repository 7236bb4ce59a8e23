package org.boucle.app.itfootprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Json;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts the dialect under {@code /boavizta}. */
final class DialectRoutes {
    /** A body larger than this is refused: the largest server has some kilobytes. */
    private static final int LARGEST_BODY = 512 * 1024;

    private static final String BASE = "/boavizta";
    private static final String EXAMPLE =
            "{\"configuration\":{\"cpu\":{\"units\":2,\"name\":\"Xeon Gold 6134\"}},\"usage\":{\"usage_location\":\"FRA\"}}";

    private final Boavizta dialect;

    DialectRoutes(Boavizta dialect) {
        this.dialect = dialect;
    }

    void register(Routes routes, Access access) {
        for (Boavizta.Operation operation : dialect.operations()) {
            String path = BASE + (operation.path().equals("/") ? "" : operation.path());
            ApiDoc doc = doc(operation);
            routes.api(operation.method(), path, access, doc, exchange -> answer(exchange, operation));
            if (path.endsWith("/")) {
                String bare = path.substring(0, path.length() - 1);
                routes.api(operation.method(), bare, access, doc, exchange -> answer(exchange, operation));
            }
        }
        routes.file(BASE + "/openapi.json", access, exchange -> {
            crossOrigin(exchange);
            exchange.send(200, "application/json", DialectOpenApi.document(dialect.operations()));
        });
        routes.api(
                "OPTIONS",
                BASE + "/{+path}",
                Access.PUBLIC,
                ApiDoc.of("boavizta", "Cross-origin permission"),
                exchange -> {
                    crossOrigin(exchange);
                    exchange.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
                    exchange.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
                    exchange.setHeader("Access-Control-Max-Age", "86400");
                    exchange.status(204);
                });
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            ApiDoc doc = ApiDoc.of("boavizta", "Any other path: with or without its last slash, or refused as JSON");
            routes.api(method, BASE + "/{+path}", access, doc, this::other);
        }
    }

    /** A known path with or without its last slash is answered where the peer redirects; all else is 404 or 405. */
    private void other(Exchange exchange) {
        String path = exchange.path().substring(BASE.length());
        String twin = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        Optional<Boavizta.Operation> found = dialect.operations().stream()
                .filter(operation -> operation.path().equals(twin))
                .filter(operation -> operation.method().equals(exchange.method()))
                .findFirst();
        if (found.isPresent()) {
            answer(exchange, found.get());
            return;
        }
        crossOrigin(exchange);
        boolean elsewhere = dialect.operations().stream()
                .map(Boavizta.Operation::path)
                .anyMatch(known -> known.equals(path) || known.equals(twin));
        Answer refused = elsewhere ? Answer.error(405, "Method Not Allowed") : Answer.error(404, "Not Found");
        exchange.send(refused.status(), "application/json", refused.bytes());
    }

    private static ApiDoc doc(Boavizta.Operation operation) {
        ApiDoc doc = ApiDoc.of("boavizta", operation.summary());
        return operation.method().equals("POST") ? doc.body("application/json", EXAMPLE) : doc;
    }

    private static void crossOrigin(Exchange exchange) {
        exchange.setHeader("Access-Control-Allow-Origin", "*");
    }

    private void answer(Exchange exchange, Boavizta.Operation operation) {
        crossOrigin(exchange);
        Answer answer;
        try {
            Optional<JsonNode> body = operation.method().equals("POST") ? body(exchange) : Optional.empty();
            answer = dialect.answer(operation, new Call(exchange::queries, body));
        } catch (Faults.Found faults) {
            answer = faults.answer();
        }
        exchange.send(answer.status(), "application/json", answer.bytes());
    }

    private static Optional<JsonNode> body(Exchange exchange) {
        byte[] bytes;
        try (InputStream stream = exchange.body()) {
            bytes = stream.readNBytes(LARGEST_BODY + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the body", failure);
        }
        if (bytes.length > LARGEST_BODY) {
            throw Faults.of(
                    "too_large", Trail.BODY, "The body is larger than 512 kB", JsonNodeFactory.instance.nullNode());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(text));
        } catch (BadInput malformed) {
            throw Faults.of(
                    "json_invalid",
                    Trail.BODY,
                    "JSON decode error at line "
                            + malformed.issues().getFirst().place().row(),
                    JsonNodeFactory.instance.objectNode());
        }
    }
}
