package org.boucle.app.energytwin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.boucle.app.pages.Page;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.NotFound;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.alerts.AlertBook;

/** Alerts: the list, the acknowledgement, and the contract and limits that they watch. */
public final class AlertPages {
    private static final int MOST_SHOWN = 15;
    private final Parts parts;

    AlertPages(Parts parts) {
        this.parts = parts;
    }

    private Site site(Exchange exchange) {
        return exchange.scope().site().orElseThrow(() -> new NotFound("site"));
    }

    void page(Exchange exchange) {
        Page page = exchange.page("energytwin.alerts");
        if (exchange.scope().site().isEmpty()) {
            exchange.render("energytwin/empty.jte", page, Map.of());
            return;
        }
        List<OfSite> all = all(exchange.scope().sites());
        List<OfSite> open = all.stream().filter(one -> one.group().isOpen()).toList();
        exchange.render(
                "energytwin/alerts.jte",
                page,
                Map.of(
                        "open", open.stream().limit(MOST_SHOWN).toList(),
                        "openCount", open.size(),
                        "seen",
                                all.stream()
                                        .filter(one -> !one.group().isOpen())
                                        .limit(MOST_SHOWN)
                                        .toList(),
                        "settings",
                                Settings.of(
                                        parts.house().database(), site(exchange).id())));
    }

    /** A group of alerts and the site where it stands. */
    public record OfSite(Site site, AlertBook.Group group) {}

    /** The alerts of some sites, newest first. */
    List<OfSite> all(List<Site> sites) {
        return sites.stream()
                .flatMap(
                        site -> parts.alerts().book(site.id()).groups().stream().map(group -> new OfSite(site, group)))
                .sorted(Comparator.comparing((OfSite one) -> one.group().alert().to())
                        .reversed())
                .toList();
    }

    void acknowledge(Exchange exchange) {
        Form form = exchange.form();
        Site site = exchange.sites().stream()
                .filter(known -> known.id().equals(form.text("site")))
                .findFirst()
                .orElseGet(() -> site(exchange));
        acknowledge(exchange, site, form.text("key"), form.text("note"));
        exchange.redirect("/energy/alerts");
    }

    void acknowledge(Exchange exchange, Site site, String key, String note) {
        AlertBook.Acknowledgement seen = new AlertBook.Acknowledgement(
                exchange.user().name(),
                parts.house().clock().instant(),
                note.substring(0, Math.min(300, note.length())));
        if (!parts.alerts().acknowledge(site.id(), key, seen)) {
            throw new NotFound("alert");
        }
    }

    void settings(Exchange exchange) {
        Form form = exchange.form();
        Site site = site(exchange);
        Issues issues = new Issues();
        for (String name : Settings.NAMES) {
            form.find(name).ifPresent(text -> {
                String plain = text.replace(',', '.').replace(" ", "");
                if (!plain.matches("\\d{1,9}(\\.\\d{1,6})?") || !isSensible(name, Double.parseDouble(plain))) {
                    issues.add(Place.ofField(name), "energytwin.number", text);
                }
            });
        }
        issues.throwIfAny();
        for (String name : Settings.NAMES) {
            form.find(name)
                    .ifPresent(text -> Settings.save(
                            parts.house().database(),
                            site.id(),
                            name,
                            Double.parseDouble(text.replace(',', '.').replace(" ", ""))));
        }
        parts.house().accounts().audit(exchange.user().name(), "energy.settings", site.id(), "");
        exchange.redirect("/energy/alerts");
    }

    private static boolean isSensible(String name, double value) {
        return switch (name) {
            case "window" -> value == 5 || value == 10 || value == 15 || value == 30 || value == 60;
            case "nightFrom" -> value <= 23 && value == Math.rint(value);
            case "nightTo" -> value >= 1 && value <= 24 && value == Math.rint(value);
            default -> true;
        };
    }

    void csv(Exchange exchange) {
        List<List<String>> rows = all(exchange.scope().sites()).stream()
                .map(one -> row(one.site(), one.group()))
                .toList();
        exchange.csv(
                "alerts.csv",
                Table.csv(
                        List.of(
                                "site",
                                "kind",
                                "subject",
                                "from",
                                "to",
                                "value",
                                "expected",
                                "unit",
                                "excess_kWh",
                                "episodes",
                                "seen_by",
                                "note"),
                        rows));
    }

    private static List<String> row(Site site, AlertBook.Group group) {
        return List.of(
                site.id(),
                group.alert().kind().name(),
                group.alert().subject(),
                group.alert().from().toString(),
                group.alert().to().toString(),
                CurveChart.plain(group.alert().value()),
                CurveChart.plain(group.alert().expected()),
                group.alert().unit(),
                CurveChart.plain(group.alert().excessKWh()),
                Integer.toString(group.episodes()),
                group.acknowledged().map(AlertBook.Acknowledgement::by).orElse(""),
                group.acknowledged().map(AlertBook.Acknowledgement::note).orElse(""));
    }

    /** Wrong input of a field, for the API. */
    static BadInput missing(String field) {
        return BadInput.of(Place.ofField(field), "energytwin.missing", field);
    }
}
