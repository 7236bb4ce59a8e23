package org.boucle.app.cloudscan;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.Page;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.service.CloudResource;

/** A page and an API that take an inventory or a bill and tell impacts and advice; nothing of it is kept. */
public final class CloudScanRoom implements Room {
    private static final double HOURS_OF_A_MONTH = 730;
    private static final double LONGEST = 1e6;
    private static final String EXAMPLE = """
            {"metadata":{},"resources":[{"provider":"AWS","id":"i-1","location":{"aws_region":"eu-west-1",
             "iso_country_code":"IRL"},"resource_details":{"instance":{"instance_type":"m5.xlarge",
             "usage":{"average_cpu_load":12.5,"state":"running"}}},"tags":[]}]}""";

    private final House house;

    public CloudScanRoom(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "cloudscan";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                NavigationEntry.Stage.UNDERSTAND, "/cloud", "cloudscan.title", 61, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        Access asker = house.publicIt() ? Access.PUBLIC : Access.SIGNED_IN;
        ApiDoc doc = ApiDoc.of("cloud account", "Impacts and advice for an inventory in cloud-scanner's schema")
                .query("use_duration_hours", "hours of use, default 1")
                .query("format", "json or metrics")
                .body("application/json", EXAMPLE);
        routes.page("/cloud", Access.SIGNED_IN, exchange -> show(exchange, Optional.empty(), List.of()))
                .page("/cloud/explain", Access.SIGNED_IN, CloudScanRoom::explain)
                .form("/cloud", Access.SIGNED_IN, this::upload)
                .post("/api/cloud/impacts-from-arbitrary-inventory", asker, doc, CloudScanRoom::inventory)
                .post(
                        "/api/cloud/focus",
                        asker,
                        ApiDoc.of("cloud account", "Impacts of the instance-hours of a FOCUS bill")
                                .body("text/csv", "ProviderName,RegionId,ResourceId,ConsumedQuantity,ConsumedUnit"),
                        CloudScanRoom::bill);
    }

    private static void inventory(Exchange exchange) {
        answer(exchange, Scan.of(InventoryJson.read(exchange.json()), hours(exchange)));
    }

    private static double hours(Exchange exchange) {
        String text = exchange.query("use_duration_hours").orElse("1");
        try {
            double hours = Double.parseDouble(text);
            if (hours > 0 && hours <= LONGEST) {
                return hours;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of bounds
        }
        throw BadInput.of(Place.ofField("use_duration_hours"), "cloudscan.hours", text);
    }

    private static void bill(Exchange exchange) {
        try (Reader reader = new java.io.InputStreamReader(exchange.body(), java.nio.charset.StandardCharsets.UTF_8)) {
            answer(exchange, Scan.of(FocusBill.read("bill.csv", reader).resources(), 1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(Exchange exchange, Scan scan) {
        if (exchange.query("format").orElse("json").equals("metrics")) {
            exchange.send(200, "application/openmetrics-text; version=1.0.0; charset=utf-8", ScanOutput.metrics(scan));
        } else {
            exchange.json(ScanOutput.json(scan));
        }
    }

    private static void explain(Exchange exchange) {
        Page page = exchange.page("cloudscan.title");
        OpenedResource opened = OpenedResource.read(exchange::query);
        String template = exchange.isPart() ? "cloudscan/explain.jte" : "cloudscan/explained.jte";
        exchange.render(template, page, Map.of("opened", opened));
    }

    private void upload(Exchange exchange) {
        Form form = exchange.form();
        try {
            show(exchange, Optional.of(Scan.of(resources(form), HOURS_OF_A_MONTH)), List.of());
        } catch (BadInput bad) {
            List<String> issues = bad.issues().stream()
                    .map(issue -> issue.text(house.messages(), exchange.language()))
                    .toList();
            show(exchange, Optional.empty(), issues);
        }
    }

    /** The uploaded file, else the text pasted into the field; a text that begins with a brace is an inventory. */
    private static List<CloudResource> resources(Form form) {
        String name = form.file("file").map(Form.Upload::name).orElse("text");
        try {
            String text = form.file("file").isPresent()
                    ? Files.readString(form.file("file").get().path())
                    : form.text("text");
            if (text.isBlank()) {
                throw BadInput.of(Place.ofField("file"), "cloudscan.nothing");
            }
            return text.stripLeading().startsWith("{")
                    ? InventoryJson.read(Json.read(text))
                    : FocusBill.read(name, new StringReader(text)).resources();
        } catch (MalformedInputException notText) {
            throw BadInput.of(Place.ofFile(name), "cloudscan.csv");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void show(Exchange exchange, Optional<Scan> scan, List<String> issues) {
        Page page = exchange.page("cloudscan.title");
        exchange.render(
                issues.isEmpty() ? 200 : 400,
                "cloudscan/cloud.jte",
                page,
                Map.of("scan", scan, "issues", issues, "example", EXAMPLE));
    }
}
