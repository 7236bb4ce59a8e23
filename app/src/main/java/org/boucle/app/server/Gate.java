package org.boucle.app.server;

import io.helidon.common.socket.SocketWriterException;
import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Accounts.Session;
import org.boucle.app.pages.Pages;
import org.boucle.app.server.Exchange.Visitor;
import org.boucle.app.store.StoreFailure;
import org.boucle.core.input.BadInput;

/** Through which every request passes: who asks, may they, is the form theirs; and what is answered when it fails. */
final class Gate {
    private static final Header NO_GUESSING = HeaderValues.create("X-Content-Type-Options", "nosniff");
    /** What a browser may do with a page. */
    private static final List<Header> OF_PAGES = List.of(
            NO_GUESSING,
            HeaderValues.create("X-Frame-Options", "DENY"),
            HeaderValues.create("Referrer-Policy", "same-origin"),
            HeaderValues.create(
                    "Content-Security-Policy",
                    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"));

    /** Data that a browser shows as such must do nothing. With more than 256 bytes of head the transport copies the answer twice. */
    private static final List<Header> OF_DATA =
            List.of(NO_GUESSING, HeaderValues.create("Content-Security-Policy", "default-src 'none'"));

    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    private final House house;
    private final Pages pages;
    private final RateLimit requests;
    private final RateLimit signIns;

    Gate(House house, Pages pages) {
        this.house = house;
        this.pages = pages;
        this.requests = new RateLimit(20_000, 40_000, house.clock());
        this.signIns = new RateLimit(0.2, 20, house.clock());
    }

    void pass(Route route, ServerRequest request, ServerResponse answer) {
        protect(answer, route.kind());
        Visitor visitor = Visitor.NOBODY;
        try {
            visitor = visitor(route, request, answer);
        } catch (StoreFailure failure) {
            LOG.log(Level.WARNING, "The store refused", failure);
        }
        Exchange exchange = new Exchange(house, pages, request, answer, visitor);
        try {
            if (mayPass(route, exchange)) {
                route.handler().handle(exchange);
            }
        } catch (RuntimeException failure) {
            fail(exchange, route, failure);
        } finally {
            exchange.end();
        }
    }

    private static void protect(ServerResponse answer, Route.Kind kind) {
        for (Header header : kind == Route.Kind.API ? OF_DATA : OF_PAGES) {
            answer.header(header);
        }
    }

    private Visitor visitor(Route route, ServerRequest request, ServerResponse answer) {
        Optional<String> bearer = request.headers()
                .first(io.helidon.http.HeaderNames.AUTHORIZATION)
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
        if (bearer.isPresent()) {
            return new Visitor(house.accounts().findByToken(bearer.get()), Optional.empty());
        }
        Optional<Session> session = Cookies.find(request, Cookies.SESSION).flatMap(house.accounts()::findSession);
        if (session.isEmpty()
                && house.demo()
                && route.kind() == Route.Kind.PAGE
                && !route.path().equals("/login")) {
            session = demoSession(answer);
        }
        return new Visitor(session.map(Session::account), session);
    }

    /** In the demonstration every visitor gets the demonstration account's session at once. */
    private Optional<Session> demoSession(ServerResponse answer) {
        Session session = house.accounts().open(house.accounts().findOrCreateDemo());
        Cookies.set(answer, Cookies.SESSION, session.token(), true);
        return Optional.of(session);
    }

    private boolean mayPass(Route route, Exchange exchange) {
        boolean signIn = route.path().equals("/login") && route.kind() == Route.Kind.FORM;
        boolean calm = (signIn ? signIns : requests).allows(exchange.remoteAddress());
        if (!calm) {
            exchange.setHeader("Retry-After", "5");
            Problems.answer(exchange, route.kind(), 429, "calm", List.of());
            return false;
        }
        Access access = route.access();
        if (!access.open() && exchange.account().isEmpty()) {
            return refuseStranger(route, exchange);
        }
        if (exchange.account().isPresent() && !access.open() && !access.allows(exchange.user())) {
            Problems.answer(exchange, route.kind(), 403, "forbidden", List.of());
            return false;
        }
        if (!isOwnForm(route, exchange)) {
            Problems.answer(exchange, route.kind(), 403, "csrf", List.of());
            return false;
        }
        return true;
    }

    private boolean refuseStranger(Route route, Exchange exchange) {
        if (route.kind() == Route.Kind.PAGE) {
            exchange.redirect(house.accounts().isEmpty() ? "/setup" : "/login?to=" + encoded(exchange.path()));
        } else {
            exchange.setHeader("WWW-Authenticate", "Bearer");
            Problems.answer(exchange, route.kind(), 401, "unauthorized", List.of());
        }
        return false;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whether a changing request by a browser's session carries its token; without session, that it comes from no other site. */
    private static boolean isOwnForm(Route route, Exchange exchange) {
        if (route.method().equals("GET")) {
            return true;
        }
        if (exchange.session().isEmpty()) {
            boolean openToAll = route.access().open() && route.kind() == Route.Kind.API;
            return openToAll
                    || exchange.header("Sec-Fetch-Site")
                            .map(site -> !site.equals("cross-site"))
                            .orElse(true);
        }
        String expected = exchange.csrf();
        if (exchange.header("X-CSRF-Token").filter(expected::equals).isPresent()) {
            return true;
        }
        return route.kind() == Route.Kind.FORM
                && expected.equals(exchange.form().text("_csrf"));
    }

    private void fail(Exchange exchange, Route route, RuntimeException failure) {
        if (exchange.response().isSent()) {
            return;
        }
        switch (failure) {
            case CloseConnectionException gone -> throw gone;
            case SocketWriterException gone -> throw gone;
            case BadInput bad -> Problems.answer(exchange, route.kind(), 400, "input", bad.issues());
            case NotFound missing -> Problems.answer(exchange, route.kind(), 404, "missing", List.of());
            case Conflict conflict ->
                Problems.answer(exchange, route.kind(), 409, "conflict", List.of(conflict.issue()));
            case RequestException malformed -> Problems.answer(exchange, route.kind(), 400, "malformed", List.of());
            case HttpException http
            when isTooLarge(http) -> Problems.answer(exchange, route.kind(), 413, "large", List.of());
            case HttpException http
            when isAskers(http) ->
                Problems.answer(exchange, route.kind(), http.status().code(), "malformed", List.of());
            case UncheckedIOException io
            when io.getCause() instanceof IOException ->
                Problems.answer(exchange, route.kind(), 400, "malformed", List.of());
            case StoreFailure store -> {
                LOG.log(Level.WARNING, "The store refused", store);
                exchange.setHeader("Retry-After", "10");
                Problems.answer(exchange, route.kind(), 503, "store", List.of());
            }
            default -> {
                LOG.log(Level.ERROR, route.method() + " " + route.path() + " failed", failure);
                Problems.answer(exchange, route.kind(), 500, "own", List.of());
            }
        }
    }

    private static boolean isTooLarge(HttpException failure) {
        return failure.status().code() == 413;
    }

    /** Whether the fault lies with the asker (4xx) rather than with us. */
    private static boolean isAskers(HttpException failure) {
        return failure.status().family() == io.helidon.http.Status.Family.CLIENT_ERROR;
    }

    /** No route: 405 where another method would do, else 404. */
    void refuse(ServerRequest request, ServerResponse answer, List<Route> routes) {
        protect(answer, Route.Kind.PAGE);
        Exchange exchange = new Exchange(house, pages, request, answer, Visitor.NOBODY);
        String path = request.path().path();
        List<String> methods = routes.stream()
                .filter(route -> matches(route.path(), path))
                .map(Route::method)
                .distinct()
                .toList();
        if (methods.isEmpty()) {
            Problems.answer(exchange, Route.Kind.PAGE, 404, "missing", List.of());
        } else {
            exchange.setHeader("Allow", String.join(", ", methods));
            Problems.answer(exchange, Route.Kind.PAGE, 405, "method", List.of());
        }
    }

    private static boolean matches(String pattern, String path) {
        String[] expected = pattern.split("/");
        String[] given = path.split("/");
        if (expected.length != given.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith("{") && !expected[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
