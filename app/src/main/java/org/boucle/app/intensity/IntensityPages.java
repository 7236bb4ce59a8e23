package org.boucle.app.intensity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.core.text.Messages;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Quantity;

/** Hourly intensities: list, import, one of them with a site's load, and the same for programs. */
final class IntensityPages {
    private static final int LONGEST_FILE = 40 << 20;

    private final IntensityStore store;
    private final SiteSignals signals;
    private final Function<String, FactorLibrary> libraries;
    private final Messages messages;

    IntensityPages(
            IntensityStore store, SiteSignals signals, Function<String, FactorLibrary> libraries, Messages messages) {
        this.store = store;
        this.signals = signals;
        this.libraries = libraries;
        this.messages = messages;
    }

    void routes(Routes routes) {
        routes.page("/intensity", Access.SIGNED_IN, e -> list(e, 200, List.of()))
                .form("/intensity", Access.MANAGERS, this::importFile)
                .form("/intensity/forget", Access.MANAGERS, this::forget)
                .page("/intensity/{key}", Access.SIGNED_IN, this::one)
                .file("/intensity/{key}/hours.csv", Access.SIGNED_IN, this::csv)
                .get(
                        "/api/footprint/intensity",
                        Access.SIGNED_IN,
                        ApiDoc.of("footprint", "Hourly carbon intensities in the store"),
                        e -> e.json(store.list(e.user()).stream()
                                .map(IntensityPages::json)
                                .toList()))
                .post(
                        "/api/footprint/intensity",
                        Access.MANAGERS,
                        ApiDoc.of(
                                        "footprint",
                                        "Import hourly carbon intensities: own CSV, RTE éCO2mix, ENTSO-E generation")
                                .query("name", "file name")
                                .query("country", "country of the grid, FR by default")
                                .query("source", "who publishes it")
                                .body("text/csv", "time_utc,FR\\n2025-01-01T00:00Z,42"),
                        this::importBody)
                .get(
                        "/api/footprint/intensity/{key}",
                        Access.SIGNED_IN,
                        ApiDoc.of("footprint", "Profile of an hourly intensity and the load of a site against it")
                                .query("site", "the site; key may be 'site' for its own signal"),
                        e -> e.json(IntensityResults.json(view(e))));
    }

    private static Map<String, Object> json(IntensityStore.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("name", entry.name());
        json.put("country", entry.country());
        json.put("layout", entry.layout());
        json.put("source", entry.source());
        json.put("start", entry.start().toString());
        json.put("hours", entry.hours());
        return json;
    }

    private void list(Exchange exchange, int status, List<Issue> issues) {
        Page page = exchange.page("intensity.title");
        exchange.render(
                status,
                "intensity/list.jte",
                page,
                Map.of(
                        "rows", store.list(exchange.user()),
                        "own", page.scope().site().flatMap(signals::intensity),
                        "issues",
                                issues.stream()
                                        .map(i -> i.text(messages, exchange.language()))
                                        .limit(20)
                                        .toList()));
    }

    private IntensitySeries series(Exchange exchange, Optional<Site> site) {
        String key = exchange.path("key");
        if (key.equals("site")) {
            return site.flatMap(signals::intensity).orElseThrow(() -> new NotFound("intensity of the site"));
        }
        if (!key.matches("\\d{1,15}")) {
            throw new NotFound("intensity " + key);
        }
        return store.find(Long.parseLong(key), exchange.user()).orElseThrow(() -> new NotFound("intensity " + key));
    }

    private IntensityView view(Exchange exchange) {
        Page page = exchange.page("intensity.one");
        Optional<Site> site = page.scope().site();
        IntensitySeries series = series(exchange, site);
        Optional<double[]> load =
                site.flatMap(s -> signals.load(s, series.factor().start(), series.end()));
        IntensityView.Contracts contracts =
                new IntensityView.Contracts(number(exchange, "share", 100) / 100, number(exchange, "grams", 5_000));
        return IntensityView.of(
                page, series, site, load, libraries.apply(exchange.user().company()), contracts);
    }

    private static double number(Exchange exchange, String field, double most) {
        return exchange.query(field)
                .map(text -> Quantity.findNumber(text.replace("%", ""), exchange.language())
                        .filter(v -> v >= 0 && v <= most)
                        .orElseThrow(() -> BadInput.of(Place.ofField(field), "intensity.number", text, most)))
                .orElse(0.0);
    }

    private void one(Exchange exchange) {
        IntensityView view = view(exchange);
        exchange.render("intensity/one.jte", view.page(), Map.of("view", view));
    }

    private void csv(Exchange exchange) {
        Optional<Site> site = exchange.scope().site();
        IntensitySeries series = series(exchange, site);
        Optional<double[]> load =
                site.flatMap(s -> signals.load(s, series.factor().start(), series.end()));
        exchange.csv(series.name() + ".csv", IntensityResults.csv(series, load));
    }

    private void importFile(Exchange exchange) {
        Form form = exchange.form();
        try {
            Form.Upload upload =
                    form.file("file").orElseThrow(() -> BadInput.of(Place.ofField("file"), "footprint.file"));
            if (Files.size(upload.path()) > LONGEST_FILE) {
                throw BadInput.of(
                        Place.ofFile(upload.name()), "footprint.long", Files.size(upload.path()), LONGEST_FILE);
            }
            List<Long> ids = keep(
                    exchange,
                    upload.name(),
                    Files.readAllBytes(upload.path()),
                    form.text("country"),
                    form.text("source"));
            exchange.redirect(ids.size() == 1 ? "/intensity/" + ids.getFirst() : "/intensity");
        } catch (BadInput bad) {
            list(exchange, 400, bad.issues());
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the upload", failure);
        }
    }

    private void importBody(Exchange exchange) {
        try {
            byte[] body = exchange.body().readNBytes(LONGEST_FILE);
            exchange.json(
                    201,
                    Map.of(
                            "ids",
                            keep(
                                    exchange,
                                    exchange.query("name").orElse("body.csv"),
                                    body,
                                    exchange.query("country").orElse(""),
                                    exchange.query("source").orElse(""))));
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the body", failure);
        }
    }

    private List<Long> keep(Exchange exchange, String name, byte[] content, String country, String source) {
        Optional<Site> site = exchange.scope().site();
        String wanted = country.isBlank() ? site.map(Site::country).orElse("FR") : country;
        Geography place = Geographies.shipped()
                .find(wanted)
                .orElseThrow(() -> BadInput.of(Place.ofField("country"), "footprint.place", wanted));
        java.time.ZoneId local = site.map(Site::timeZone).orElse(java.time.ZoneId.of("Europe/Paris"));
        IntensityFile.Read read = IntensityFile.read(name, content, local);
        String title = name.replaceAll("\\.[A-Za-z]+$", "");
        return store.keep(
                exchange.user(),
                title.substring(0, Math.min(120, title.length())),
                place.code(),
                read.layout(),
                source.isBlank() ? read.layout() : source.substring(0, Math.min(200, source.length())),
                read.unknown() > 0 ? String.valueOf(read.unknown()) : "",
                read.columns());
    }

    private void forget(Exchange exchange) {
        String id = exchange.form().text("id");
        if (id.matches("\\d{1,15}")
                && store.find(Long.parseLong(id), exchange.user()).isPresent()) {
            store.delete(exchange.user(), Long.parseLong(id));
        }
        exchange.redirect("/intensity");
    }
}
