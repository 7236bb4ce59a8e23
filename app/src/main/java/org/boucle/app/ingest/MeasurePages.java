package org.boucle.app.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.ingest.Quarantine.Entry;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.app.telemetry.LastValue;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.PointCheck.Fault;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;

/** Measure › meters, quarantine, connections. */
final class MeasurePages {
    static final int METERS_A_PAGE = 30;
    static final int ENTRIES = 8;

    private final House house;
    private final TelemetryStore store;
    private final Quarantine quarantine;
    private final Intake intake;
    private final Links links;

    MeasurePages(House house, TelemetryStore store, Quarantine quarantine, Intake intake, Links links) {
        this.house = house;
        this.store = store;
        this.quarantine = quarantine;
        this.intake = intake;
        this.links = links;
    }

    void routes(Routes routes) {
        routes.page("/measure/meters", Access.SIGNED_IN, this::meters)
                .file("/measure/meters.csv", Access.SIGNED_IN, this::metersCsv)
                .page("/measure/quarantine", Access.SIGNED_IN, exchange -> quarantine(exchange, 200, List.of()))
                .form("/measure/quarantine/{id}/accept", Access.MANAGERS, this::accept)
                .form("/measure/quarantine/{id}/dismiss", Access.MANAGERS, this::dismiss)
                .page(
                        "/measure/connections",
                        Access.MANAGERS,
                        exchange -> connections(exchange, 200, List.of(), Map.of()))
                .form("/measure/connections", Access.ADMINISTRATORS, this::connect)
                .form("/measure/connections/{id}/remove", Access.ADMINISTRATORS, this::disconnect);
    }

    private List<Meter> all(Exchange exchange) {
        Map<Long, LastValue> last = store.lastValues();
        List<Site> sites = exchange.scope().sites();
        return store.series().list().stream()
                .filter(info -> sites.isEmpty()
                        ? exchange.sees(info.site())
                        : sites.stream().anyMatch(site -> site.id().equals(info.site())))
                .map(info -> new Meter(info, Optional.ofNullable(last.get(info.id()))))
                .toList();
    }

    private void meters(Exchange exchange) {
        List<Meter> all = all(exchange);
        int from = exchange.query("from")
                .filter(t -> t.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
        int start = Math.clamp(from, 0, all.size());
        List<Meter> shown = all.subList(start, Math.min(all.size(), start + METERS_A_PAGE));
        exchange.render(
                "ingest/meters.jte",
                exchange.page("ingest.meters"),
                Map.of("meters", shown, "from", start, "total", all.size()));
    }

    private void metersCsv(Exchange exchange) {
        StringBuilder csv = new StringBuilder("id,site,name,unit,kind,medium,source,last,at\n");
        for (Meter m : all(exchange)) {
            SeriesInfo i = m.info();
            csv.append(i.id())
                    .append(',')
                    .append(i.site())
                    .append(",\"")
                    .append(i.name().replace("\"", "\"\""))
                    .append("\",")
                    .append(i.unit())
                    .append(',')
                    .append(i.kind())
                    .append(',')
                    .append(i.medium())
                    .append(",\"")
                    .append(i.source().replace("\"", "\"\""))
                    .append("\",")
                    .append(m.last()
                            .map(v -> v.value() + "," + java.time.Instant.ofEpochMilli(v.time()))
                            .orElse(","))
                    .append('\n');
        }
        exchange.csv("meters.csv", csv.toString());
    }

    private void quarantine(Exchange exchange, int status, List<String> issues) {
        List<Entry> entries = quarantine.list().stream()
                .filter(entry -> exchange.sees(entry.site()))
                .toList();
        exchange.render(
                status,
                "ingest/quarantine.jte",
                exchange.page("ingest.quarantine"),
                Map.of(
                        "unknown",
                                entries.stream()
                                        .filter(e -> e.reason() == Fault.UNKNOWN_SERIES)
                                        .limit(ENTRIES)
                                        .toList(),
                        "refused",
                                entries.stream()
                                        .filter(e -> e.reason() != Fault.UNKNOWN_SERIES)
                                        .limit(ENTRIES)
                                        .toList(),
                        "total", entries.size(),
                        "issues", issues));
    }

    private Entry entry(Exchange exchange) {
        String id = exchange.path("id");
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> quarantine.find(Long.parseLong(text)))
                .filter(entry -> exchange.sees(entry.site()))
                .orElseThrow(() -> new NotFound("quarantine " + id));
    }

    private void accept(Exchange exchange) {
        Entry entry = entry(exchange);
        Form form = exchange.form();
        try {
            if (entry.reason() != Fault.UNKNOWN_SERIES || form.text("unit").isEmpty()) {
                throw BadInput.of(Place.ofField("unit"), "ingest.missing");
            }
            SeriesInfo info = SeriesInfo.of(
                    entry.site(),
                    entry.series(),
                    form.text("unit"),
                    MappingJson.choice(SeriesKind.values(), form.text("kind"), "kind"),
                    MappingJson.choice(Medium.values(), form.text("medium"), "medium"),
                    entry.source());
            if (house.sites().find(Site.named(entry.site()).id()).isEmpty()) {
                house.sites().save(Site.named(entry.site()));
            }
            quarantine.accept(entry, info, store);
            house.accounts().audit(exchange.user().name(), "series.accept", entry.site() + "/" + entry.series(), "");
            exchange.redirect("/measure/quarantine");
        } catch (BadInput bad) {
            quarantine(exchange, 400, texts(exchange, bad));
        }
    }

    private void dismiss(Exchange exchange) {
        Entry entry = entry(exchange);
        quarantine.dismiss(entry);
        house.accounts()
                .audit(
                        exchange.user().name(),
                        "quarantine.dismiss",
                        entry.site() + "/" + entry.series(),
                        entry.reason().name());
        exchange.redirect("/measure/quarantine");
    }

    private List<String> texts(Exchange exchange, BadInput bad) {
        return bad.issues().stream()
                .map(issue -> issue.text(house.messages(), exchange.language()))
                .toList();
    }

    /** {@code kept} holds what a refused form said, so that it can be corrected rather than typed anew. */
    private void connections(Exchange exchange, int status, List<String> issues, Map<String, String> kept) {
        LinkSettings.Kind kind = exchange.query("kind")
                .flatMap(name -> java.util.Arrays.stream(LinkSettings.Kind.values())
                        .filter(k -> k.name().equals(name))
                        .findFirst())
                .orElse(LinkSettings.Kind.MQTT);
        exchange.render(
                status,
                "ingest/connections.jte",
                exchange.page("ingest.connections"),
                Map.of(
                        "links",
                        links.shown(),
                        "kind",
                        kind,
                        "kept",
                        kept,
                        "issues",
                        issues,
                        "trouble",
                        intake.trouble().orElse("")));
    }

    private void connect(Exchange exchange) {
        Form form = exchange.form();
        try {
            LinkSettings.Kind kind = MappingJson.choice(LinkSettings.Kind.values(), form.text("kind"), "kind");
            Map<String, String> values = new LinkedHashMap<>();
            kind.defaults().keySet().forEach(field -> values.put(field, form.text(field)));
            links.add(new LinkSettings(0, form.text("name"), kind, values, true));
            house.accounts().audit(exchange.user().name(), "connection.add", form.text("name"), kind.name());
            exchange.redirect("/measure/connections");
        } catch (BadInput bad) {
            Map<String, String> kept = new LinkedHashMap<>();
            form.names().stream()
                    .filter(name -> !name.equals("_csrf") && !name.equals("password")) // a secret is never sent back
                    .forEach(name -> kept.put(name, form.text(name)));
            connections(exchange, 400, texts(exchange, bad), kept);
        }
    }

    private void disconnect(Exchange exchange) {
        String id = exchange.path("id");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("connection " + id);
        }
        links.remove(Long.parseLong(id));
        house.accounts().audit(exchange.user().name(), "connection.remove", id, "");
        exchange.redirect("/measure/connections");
    }
}
