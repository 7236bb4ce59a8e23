package org.boucle.app.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Accounts.Session;
import org.boucle.app.accounts.Role;
import org.boucle.app.pages.Page;
import org.boucle.app.pages.Pages;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import tools.jackson.databind.JsonNode;

/** One request and its answer, with the user, the language and the scope already known. */
public final class Exchange {
    private static final Predicate<Account> SEES_ALL = account ->
            EnumSet.of(Role.ADMINISTRATOR, Role.COORDINATOR, Role.AUDITOR).contains(account.role());

    private final House house;
    private final Pages pages;
    private final ServerRequest request;
    private final ServerResponse response;
    private final Visitor visitor;
    private final Language language;
    private Form form;
    private Body body;

    Exchange(House house, Pages pages, ServerRequest request, ServerResponse response, Visitor visitor) {
        this.house = house;
        this.pages = pages;
        this.request = request;
        this.response = response;
        this.visitor = visitor;
        this.language = Cookies.find(request, Cookies.LANGUAGE)
                .flatMap(Language::findByCode)
                .orElseGet(() -> Language.negotiate(header("Accept-Language").orElse("")));
    }

    /** Who asks: nobody, a session of a browser, or an account by its API token. */
    record Visitor(Optional<Account> account, Optional<Session> session) {
        static final Visitor NOBODY = new Visitor(Optional.empty(), Optional.empty());
    }

    public Language language() {
        return language;
    }

    public Optional<Account> account() {
        return visitor.account();
    }

    /** The account, on routes that need one. */
    public Account user() {
        return visitor.account()
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in. Maybe the route is public."));
    }

    Optional<Session> session() {
        return visitor.session();
    }

    /** The token that forms of this session send back; empty for programs and strangers. */
    public String csrf() {
        return visitor.session().map(Session::csrf).orElse("");
    }

    /** The sites that this user may see: those of the own company, all for who belongs to none or sees the whole. */
    public List<Site> sites() {
        boolean all = seesAll();
        String company = account().map(Account::company).orElse("");
        return house.sites().list().stream()
                .filter(site -> all || site.company().equals(company))
                .toList();
    }

    private boolean seesAll() {
        return account().map(Account::company).orElse("").isBlank()
                || account().map(SEES_ALL::test).orElse(false);
    }

    /** Whether this user may see what is kept under a site's id, known as a site or not. */
    public boolean sees(String site) {
        return seesAll() || sites().stream().anyMatch(known -> known.id().equals(site));
    }

    /** What the user looks at: {@code ?scope=}, {@code ?site=} and {@code ?period=} choose and are remembered. */
    public Scope scope() {
        Optional<String> asked = query("scope").or(() -> query("site").map(id -> "site:" + id));
        Optional<Scope.Period> period = query("period").flatMap(Exchange::period);
        Scope scope = Scope.of(
                sites(),
                asked.or(() -> Cookies.findText(request, Cookies.SCOPE)),
                query("site").or(() -> Cookies.find(request, Cookies.SITE)),
                period.or(() -> Cookies.find(request, Cookies.PERIOD).flatMap(Exchange::period))
                        .orElse(Scope.Period.WEEK));
        if (asked.filter(scope.code()::equals).isPresent()) {
            Cookies.setText(response, Cookies.SCOPE, scope.code());
            scope.site().ifPresent(site -> Cookies.set(response, Cookies.SITE, site.id(), false));
        }
        period.ifPresent(chosen -> Cookies.set(response, Cookies.PERIOD, chosen.name(), false));
        return scope;
    }

    private static Optional<Scope.Period> period(String name) {
        return java.util.Arrays.stream(Scope.Period.values())
                .filter(period -> period.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public String method() {
        return request.prologue().method().text();
    }

    public String path() {
        return request.path().path();
    }

    /** A parameter of the route's path. */
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    public Optional<String> query(String name) {
        return request.query().first(name).asOptional().filter(value -> !value.isEmpty());
    }

    public List<String> queries(String name) {
        return request.query().contains(name) ? request.query().all(name) : List.of();
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /** Whether htmx asks for a part of the page rather than the whole. */
    public boolean isPart() {
        return header("HX-Request").isPresent();
    }

    String remoteAddress() {
        return request.remotePeer().host();
    }

    /** The body as a stream, always the same one, cut off with 413 beyond the server's bound. */
    public InputStream body() {
        if (body == null) {
            body = new Body(
                    request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream(),
                    request.headers().contentLength().orElse(-1));
        }
        return body;
    }

    private void drain() {
        body();
        if (!body.drain()) {
            setHeader("Connection", "close");
        }
    }

    public JsonNode json() {
        return Json.read(body());
    }

    /** The form of the body; its files are deleted once the answer is sent. */
    public Form form() {
        if (form == null) {
            try {
                form = Form.read(header("Content-Type").orElse(""), body(), house.directory());
            } catch (IOException failure) {
                throw new UncheckedIOException("Reading the form", failure);
            }
        }
        return form;
    }

    void end() {
        if (form != null) {
            try {
                form.close();
            } catch (IOException failure) {
                throw new UncheckedIOException("Deleting uploads", failure);
            }
        }
    }

    /** The text of a message key in the user's language. */
    public String text(String key, Object... arguments) {
        return house.messages().get(language, key, arguments);
    }

    /** The page model that templates take as {@code page}. */
    public Page page(String titleKey) {
        return pages.page(this, titleKey);
    }

    /** Answers with a template; {@code model} holds its other parameters. */
    public void render(String template, Page page, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("page", page);
        send(200, "text/html; charset=utf-8", pages.render(template, all));
    }

    /** {@link #render} with another status, for forms sent back with their issues. */
    public void render(int status, String template, Page page, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("page", page);
        send(status, "text/html; charset=utf-8", pages.render(template, all));
    }

    public void html(String html) {
        send(200, "text/html; charset=utf-8", html);
    }

    public void json(Object value) {
        json(200, value);
    }

    public void json(int status, Object value) {
        send(status, "application/json", Json.bytes(value));
    }

    /** A file that the browser saves under the given name. */
    public void download(String type, String name, byte[] content) {
        response.header(
                "Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
        send(200, type, content);
    }

    public void csv(String name, String content) {
        download("text/csv; charset=utf-8", name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the browser elsewhere after a form. */
    public void redirect(String location) {
        drain();
        response.status(Status.SEE_OTHER_303).header("Location", location);
        response.send();
    }

    public void status(int status) {
        drain();
        response.status(status);
        response.send();
    }

    public void setHeader(String name, String value) {
        response.header(name, value);
    }

    /** Live events: the consumer emits until the browser leaves (an exception ends it) or {@code house.stopping()} is set. */
    public void events(Consumer<SseSink> stream) {
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            stream.accept(sink);
        }
    }

    public void send(int status, String type, String content) {
        send(status, type, content.getBytes(StandardCharsets.UTF_8));
    }

    public void send(int status, String type, byte[] content) {
        drain();
        response.status(status).header("Content-Type", type);
        response.send(
                Compression.fitting(type, content, header("Accept-Encoding").orElse(""), response));
    }

    /** Answers with a stream written as it is made, for large results. */
    public OutputStream stream(String type) {
        drain();
        response.header("Content-Type", type);
        return response.outputStream();
    }

    ServerResponse response() {
        return response;
    }

    House house() {
        return house;
    }
}
