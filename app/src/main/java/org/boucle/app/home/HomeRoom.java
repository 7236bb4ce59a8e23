package org.boucle.app.home;

import java.util.List;
import java.util.Map;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.app.pages.Assets;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.server.SignIn;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** First start, accounts and audit trail, health and assets. */
public final class HomeRoom implements Room {
    private final House house;
    private final SignIn signIn;
    private final Assets assets = new Assets();

    public HomeRoom(House house) {
        this.house = house;
        this.signIn = new SignIn(house);
    }

    @Override
    public String name() {
        return "house";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new Migration("house", "001_accounts"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Stage.HOUSE, "/accounts", "house.accounts", 10, Access.ADMINISTRATORS),
                new NavigationEntry(Stage.HOUSE, "/audit", "house.audit", 20, Access.of(Role.AUDITOR)));
    }

    @Override
    public void routes(Routes routes) {
        signIn.routes(routes);
        routes.file("/static/{name}", Access.PUBLIC, this::asset)
                .file("/favicon.ico", Access.PUBLIC, exchange -> exchange.redirect("/static/icon.svg"))
                .get(
                        "/health",
                        Access.PUBLIC,
                        ApiDoc.of("house", "Whether the server and its store answer"),
                        this::health)
                .file("/metrics", Access.PUBLIC, exchange -> Metrics.answer(exchange))
                .page("/accounts", Access.ADMINISTRATORS, exchange -> accounts(exchange, List.of()))
                .form("/accounts", Access.ADMINISTRATORS, this::createAccount)
                .form("/accounts/{id}/close", Access.ADMINISTRATORS, this::closeAccount)
                .page("/account", Access.SIGNED_IN, exchange -> own(exchange, ""))
                .form("/account/tokens", Access.SIGNED_IN, this::createToken)
                .page("/audit", Access.of(Role.AUDITOR), this::audit)
                .page("/language/{code}", Access.PUBLIC, signIn::chooseLanguage)
                .page(
                        "/api",
                        Access.PUBLIC,
                        exchange -> exchange.render("house/api.jte", exchange.page("house.api"), Map.of()));
    }

    private void asset(Exchange exchange) {
        Assets.Asset asset = assets.find(exchange.path("name")).orElseThrow(() -> new NotFound("asset"));
        exchange.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        exchange.send(200, asset.type(), asset.content());
    }

    private void health(Exchange exchange) {
        house.database().read(sql -> sql.one("SELECT 1", row -> row.getInt(1)));
        exchange.json(Map.of("status", "up"));
    }

    private void accounts(Exchange exchange, List<String> issues) {
        exchange.render(
                issues.isEmpty() ? 200 : 400,
                "house/accounts.jte",
                exchange.page("house.accounts"),
                Map.of("accounts", house.accounts().list(), "issues", issues));
    }

    private void createAccount(Exchange exchange) {
        Form form = exchange.form();
        try {
            Account made = house.accounts()
                    .create(form.text("name"), form.text("password"), role(form.text("role")), form.text("company"));
            house.accounts()
                    .audit(
                            exchange.user().name(),
                            "account.create",
                            made.name(),
                            made.role().name());
            exchange.redirect("/accounts");
        } catch (BadInput bad) {
            accounts(exchange, signIn.texts(exchange, bad));
        }
    }

    private static Role role(String name) {
        return java.util.Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofField("role"), "account.role", name));
    }

    private void closeAccount(Exchange exchange) {
        String id = exchange.path("id");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("account " + id);
        }
        if (Long.parseLong(id) == exchange.user().id()) {
            throw BadInput.of(Place.ofField("id"), "account.self");
        }
        house.accounts().close(Long.parseLong(id));
        house.accounts().audit(exchange.user().name(), "account.close", id, "");
        exchange.redirect("/accounts");
    }

    private void own(Exchange exchange, String token) {
        exchange.render("house/account.jte", exchange.page("house.account"), Map.of("token", token));
    }

    private void createToken(Exchange exchange) {
        String label = exchange.form().find("label").orElse("API");
        String token = house.accounts().createToken(exchange.user(), label.substring(0, Math.min(80, label.length())));
        house.accounts().audit(exchange.user().name(), "token.create", label, "");
        own(exchange, token);
    }

    private void audit(Exchange exchange) {
        exchange.render(
                "house/audit.jte",
                exchange.page("house.audit"),
                Map.of("lines", house.accounts().trail(200)));
    }
}
