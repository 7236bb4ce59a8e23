package org.boucle.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.Scope;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Unit;

/** What the layout and every template need: the user, the language, the navigation, and how numbers and dates are written. */
public final class Page {
    private final House house;
    private final Assets assets;
    private final Exchange exchange;
    private final String title;
    private final List<NavigationEntry> navigation;
    private final Scope scope;
    private final List<Site> sites;

    Page(House house, Assets assets, Exchange exchange, String title, List<NavigationEntry> navigation) {
        this.house = house;
        this.assets = assets;
        this.exchange = exchange;
        this.title = title;
        this.navigation = List.copyOf(navigation);
        this.scope = exchange.scope();
        this.sites = exchange.sites();
    }

    public String title() {
        return title;
    }

    public Language language() {
        return exchange.language();
    }

    public Optional<Account> account() {
        return exchange.account();
    }

    public String csrf() {
        return exchange.csrf();
    }

    public String path() {
        return exchange.path();
    }

    public Scope scope() {
        return scope;
    }

    public List<Site> sites() {
        return sites;
    }

    /** What the switch in the header offers at one level. */
    public List<Scope.Choice> choices(Scope.Level level) {
        return Scope.choices(sites()).stream()
                .filter(choice -> choice.level() == level)
                .toList();
    }

    public boolean demo() {
        return house.demo();
    }

    /** The entries of one stage of the cycle that this user may open. */
    public List<NavigationEntry> entries(NavigationEntry.Stage stage) {
        return navigation.stream().filter(entry -> entry.stage() == stage).toList();
    }

    /** The stage under which the present page stands, by the longest path that leads to it. */
    public Optional<NavigationEntry> current() {
        String path = path();
        return navigation.stream()
                .filter(entry ->
                        path.equals(entry.path()) || (!entry.path().equals("/") && path.startsWith(entry.path() + "/")))
                .max(java.util.Comparator.comparingInt(entry -> entry.path().length()));
    }

    public String asset(String name) {
        return assets.address(name);
    }

    /** The text of a message key. */
    public String t(String key, Object... arguments) {
        return exchange.text(key, arguments);
    }

    /** A number as people of this language write it. */
    public String n(double value) {
        return Double.isFinite(value) ? Quantity.number(value, language()) : "–";
    }

    /** A number with a fixed count of decimals, for columns that align. */
    public String n(double value, int decimals) {
        return Double.isFinite(value) ? String.format(language().locale(), "%,." + decimals + "f", value) : "–";
    }

    /** A number with its unit. */
    public String q(double value, Unit unit) {
        return n(value) + "\u00a0" + unit.text(language());
    }

    public String percent(double share) {
        return n(share * 100, 1) + (language() == Language.FR ? "\u00a0%" : "%");
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language().locale())
                .format(date);
    }

    /** An instant in the site's time zone. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language().locale())
                .format(instant.atZone(zone()));
    }

    public ZoneId zone() {
        return scope.site().map(Site::timeZone).orElse(ZoneId.of("Europe/Paris"));
    }

    /** What this server itself has cost so far, empty until measured. */
    public String ownCost() {
        return house.ownCost().get().apply(language());
    }
}
