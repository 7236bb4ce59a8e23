package org.boucle.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.boucle.app.Wiring;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.House;
import org.boucle.app.server.Server;

/** A real server with all rooms on a free loopback port over a fresh data directory, deleted at the end. */
public final class TestServer implements AutoCloseable {
    public static final String PASSWORD = "correct horse 7";

    private final Path directory;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(Path directory, Server server) {
        this.directory = directory;
        this.server = server;
    }

    /** A server on which nobody has an account yet. */
    public static TestServer empty() {
        return start(UnaryOperator.identity());
    }

    /** A server with an administrator {@code admin}, password {@link #PASSWORD}. */
    public static TestServer withAdministrator() {
        TestServer server = empty();
        server.account("admin", Role.ADMINISTRATOR, "");
        return server;
    }

    /** A server with an administrator on the PostgreSQL database of a JDBC URL. */
    public static TestServer onPostgres(String jdbcUrl) {
        TestServer server = start(Optional.of(jdbcUrl), UnaryOperator.identity());
        server.account("admin", Role.ADMINISTRATOR, "");
        return server;
    }

    /** A server over a house changed before the rooms are made, for instance {@code House::withPublicIt}. */
    public static TestServer start(UnaryOperator<House> change) {
        return start(Optional.empty(), change);
    }

    private static TestServer start(Optional<String> jdbcUrl, UnaryOperator<House> change) {
        try {
            Path directory = Files.createTempDirectory("boucle-test");
            House house = change.apply(Wiring.house(directory, jdbcUrl));
            Server server = Wiring.server(house, "127.0.0.1", 0);
            server.start();
            return new TestServer(directory, server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public House house() {
        return server.house();
    }

    public Account account(String name, Role role, String company) {
        return house().accounts().create(name, PASSWORD, role, company);
    }

    /** An API token of a fresh account with the role. */
    public String token(Role role) {
        String name = "token-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Account account = house().accounts().findByName(name).orElseGet(() -> account(name, role, ""));
        return house().accounts().createToken(account, "test");
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** GET with an API token; an empty token asks as a stranger. */
    public HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, "", "");
    }

    public HttpResponse<String> post(String path, String token, String json) {
        return send("POST", path, token, "application/json", json);
    }

    public HttpResponse<String> send(String method, String path, String token, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
