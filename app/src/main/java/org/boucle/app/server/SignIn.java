package org.boucle.app.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;

/** First start, sign-in and sign-out, and the choice of the language: what writes the cookies. */
public final class SignIn {
    private final House house;

    public SignIn(House house) {
        this.house = house;
    }

    public void routes(Routes routes) {
        routes.page("/setup", Access.PUBLIC, this::setupPage)
                .form("/setup", Access.PUBLIC, this::setup)
                .page("/login", Access.PUBLIC, exchange -> loginPage(exchange, 200, List.of()))
                .form("/login", Access.PUBLIC, this::login)
                .form("/logout", Access.SIGNED_IN, this::logout);
    }

    /** The issues of a bad input in the user's language. */
    public List<String> texts(Exchange exchange, BadInput bad) {
        return bad.issues().stream()
                .map(issue -> issue.text(house.messages(), exchange.language()))
                .toList();
    }

    private void setupPage(Exchange exchange) {
        if (!house.accounts().isEmpty()) {
            exchange.redirect("/login");
            return;
        }
        exchange.render("house/setup.jte", exchange.page("house.setup"), Map.of("issues", List.<String>of()));
    }

    /** Makes the first account, the administrator's, and signs it in. */
    private void setup(Exchange exchange) {
        if (!house.accounts().isEmpty()) {
            throw new Conflict("setup.done");
        }
        Form form = exchange.form();
        try {
            Account account = house.accounts().create(form.text("name"), form.text("password"), Role.ADMINISTRATOR, "");
            house.accounts().audit(account.name(), "setup", account.name(), "");
            enter(exchange, account, "/");
        } catch (BadInput bad) {
            exchange.render(
                    400, "house/setup.jte", exchange.page("house.setup"), Map.of("issues", texts(exchange, bad)));
        }
    }

    private void loginPage(Exchange exchange, int status, List<String> issues) {
        if (house.accounts().isEmpty() && !house.demo()) {
            exchange.redirect("/setup");
            return;
        }
        exchange.render(
                status,
                "house/login.jte",
                exchange.page("house.login"),
                Map.of("issues", issues, "to", ownPath(exchange.query("to"))));
    }

    private void login(Exchange exchange) {
        Form form = exchange.form();
        Optional<Account> account = house.accounts().authenticate(form.text("name"), form.text("password"));
        if (account.isEmpty()) {
            loginPage(exchange, 401, List.of(exchange.text("house.login.wrong")));
            return;
        }
        house.accounts().audit(account.get().name(), "login", "", exchange.remoteAddress());
        enter(exchange, account.get(), ownPath(form.find("to")));
    }

    private void enter(Exchange exchange, Account account, String to) {
        Cookies.set(
                exchange.response(),
                Cookies.SESSION,
                house.accounts().open(account).token(),
                true);
        exchange.redirect(to);
    }

    /** A path on this server only: never an address elsewhere. */
    private static String ownPath(Optional<String> to) {
        return to.filter(path -> path.matches("/[A-Za-z0-9][A-Za-z0-9/_.?=&%-]{0,200}"))
                .orElse("/");
    }

    private void logout(Exchange exchange) {
        exchange.session().ifPresent(house.accounts()::end);
        Cookies.clear(exchange.response(), Cookies.SESSION);
        exchange.redirect("/login");
    }

    public void chooseLanguage(Exchange exchange) {
        Language.findByCode(exchange.path("code"))
                .ifPresent(language -> Cookies.set(exchange.response(), Cookies.LANGUAGE, language.code(), false));
        exchange.redirect(ownPath(exchange.query("to")));
    }
}
