package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.app.accounts.Access;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Json;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.DataServices;
import org.boucle.features.itfootprint.DeclaredFootprints;
import org.boucle.features.itfootprint.DiskPower;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Facility;
import org.boucle.features.itfootprint.IndustrialKit;
import org.boucle.features.itfootprint.IotSpec;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.OfficeKit;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.TerminalKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Our own API: correct rules, unrounded figures, the facility around the equipment, lists of ten thousand at once. */
final class ItApi {
    private static final int MOST_ITEMS = 10_000;
    private static final int ANSWER_BUFFER = 1 << 16;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EXAMPLE =
            "{\"kind\":\"server\",\"units\":3,\"spec\":{\"usage\":{\"usage_location\":\"FRA\"}},\"criteria\":[\"gwp\",\"wu\"],"
                    + "\"duration\":8760,\"facility\":{\"pue\":1.4,\"wue\":0.5},"
                    + "\"second_life\":{\"refurbished\":0.3,\"reused\":0.5},"
                    + "\"power_supply\":{\"level\":\"gold\",\"rated_watts\":800,\"supplies\":2},"
                    + "\"disks\":[{\"drive\":\"hdd\",\"units\":4,\"busy\":0.2}],"
                    + "\"end_of_life\":{\"collected\":0.8}}";

    static void register(Routes routes, Access access) {
        java.util.function.Supplier<ItApi> api = new Lazy();
        routes.post(
                        "/api/it/assess",
                        access,
                        ApiDoc.of("digital footprint", "Impacts of one item, unrounded, with interval and percentiles")
                                .body("application/json", EXAMPLE),
                        exchange -> api.get().one(exchange))
                .post(
                        "/api/it/batch",
                        access,
                        ApiDoc.of(
                                        "digital footprint",
                                        "Up to 10,000 items at once, each answered or refused on its own")
                                .body("application/json", "{\"items\":[" + EXAMPLE + "]}"),
                        exchange -> api.get().batch(exchange))
                .post(
                        "/api/it/import",
                        access,
                        ApiDoc.of("digital footprint", "An inventory in CSV or Excel: all lines or none")
                                .body("text/csv", "kind,quantity,device,location\nterminal,12,laptop-pro,FRA\n"),
                        ItLists::inventory)
                .get(
                        "/api/it/declared",
                        access,
                        ApiDoc.of("digital footprint", "Footprints declared by manufacturers (ODbL, Boavizta)")
                                .query("search", "words of maker and name")
                                .query("category", "such as Laptop"),
                        exchange -> exchange.json(ItLists.declared(exchange)))
                .get(
                        "/api/it/declared/distributions",
                        access,
                        ApiDoc.of("digital footprint", "Distribution of declared embedded impacts by category"),
                        exchange -> exchange.json(DeclaredFootprints.shipped().distributions()))
                .get(
                        "/api/it/services",
                        access,
                        ApiDoc.of("digital footprint", "Network, storage and serverless services that are known"),
                        exchange -> exchange.json(DataServices.shipped().all()))
                .get(
                        "/api/it/industrial-kit",
                        access,
                        ApiDoc.of("digital footprint", "Industrial equipment that is known"),
                        exchange -> exchange.json(IndustrialKit.shipped().all().stream()
                                .map(item -> Map.of("id", item.id(), "en", item.nameEn(), "fr", item.nameFr()))
                                .toList()))
                .get(
                        "/api/it/equipment",
                        access,
                        ApiDoc.of("digital footprint", "Screens by size, printers, thin clients, UPS: with source"),
                        exchange -> exchange.json(OfficeKit.shipped().all()))
                .get(
                        "/api/it/drives",
                        access,
                        ApiDoc.of("digital footprint", "Kinds of drive and their power, idle and active"),
                        exchange -> exchange.json(DiskPower.shipped().all()));
    }

    /** Reads the tables at the first call, not at the start of the server. */
    private static final class Lazy implements java.util.function.Supplier<ItApi> {
        private static final class Holder {
            private static final ItApi API = new ItApi();
        }

        @Override
        public ItApi get() {
            return Holder.API;
        }
    }

    /** Answers item by item as they are computed, so that the longest list holds no more memory than one item. */
    private void batch(Exchange exchange) {
        JsonNode items = exchange.json().path("items");
        if (!items.isArray() || items.size() > MOST_ITEMS) {
            throw BadInput.of(org.boucle.core.input.Place.ofField("items"), "it.items", MOST_ITEMS);
        }
        Map<Criterion, Estimate> totals = new EnumMap<>(Criterion.class);
        int refused = 0;
        try (java.io.OutputStream out =
                new java.io.BufferedOutputStream(exchange.stream("application/json"), ANSWER_BUFFER)) {
            write(out, "{\"results\":[");
            for (int i = 0; i < items.size(); i++) {
                ObjectNode result = result(exchange, items.get(i), i, totals);
                refused += result.has("issues") ? 1 : 0;
                write(out, (i == 0 ? "" : ",") + Json.write(result));
            }
            ObjectNode end = JSON.objectNode();
            end.put("items", items.size()).put("refused", refused);
            ObjectNode sums = end.putObject("totals");
            totals.forEach((criterion, sum) -> sums.set(criterion.key(), ItJson.estimate(criterion, sum)));
            write(out, "]," + Json.write(end).substring(1));
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException("Answering a list", gone);
        }
    }

    private static void write(java.io.OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What an item of a list comes to, or its issues. */
    private ObjectNode result(Exchange exchange, JsonNode item, int place, Map<Criterion, Estimate> totals) {
        ObjectNode node = JSON.objectNode();
        try {
            return item(item, Trail.BODY.then("items").then(place), totals, false);
        } catch (Faults.Found faults) {
            node.set("issues", faults.detail());
        } catch (BadInput bad) {
            ArrayNode issues = node.putArray("issues");
            bad.issues()
                    .forEach(issue -> issues.add(exchange.text(
                            "issue." + issue.code(), issue.arguments().toArray())));
        }
        return node;
    }

    private void one(Exchange exchange) {
        JsonNode body = exchange.json();
        try {
            exchange.json(item(body, Trail.BODY, new EnumMap<>(Criterion.class), true));
        } catch (Faults.Found faults) {
            Answer answer = faults.answer();
            exchange.send(answer.status(), "application/json", answer.bytes());
        }
    }

    /** Percentiles cost two thousand draws a criterion: for single items only. */
    private ObjectNode item(JsonNode body, Trail place, Map<Criterion, Estimate> totals, boolean percentiles) {
        Faults faults = new Faults();
        Reading reading = new Reading(faults);
        if (!reading.isObject(body, place)) {
            faults.throwIfAny();
        }
        Request request = request(body, place, reading, faults);
        double units = reading.number(body, "units", false, place).orElse(1.0);
        Facility facility = facility(body, place, reading, faults);
        Surroundings around = Surroundings.read(body, place, reading, faults);
        PowerOptions power = PowerOptions.read(body, place, reading, faults);
        if (!(units >= 0)) {
            faults.add("greater_than_equal", place.then("units"), "Input should be 0 or more", body.path("units"));
        }
        faults.throwIfAny();
        Assessment bare = assess(power.body(around.body(body)), place, around.request(request));
        Assessment assessment = facility.around(around.apply(power.apply(bare)));
        ObjectNode answer = ItJson.assessment(assessment, units, percentiles);
        KitSpecs.endOfLife(body, place, units, answer);
        for (Criterion criterion : assessment.impacts().keySet()) {
            assessment
                    .findTotal(criterion)
                    .ifPresent(total -> totals.merge(criterion, total.times(units), Estimate::plus));
        }
        return answer;
    }

    private static Request request(JsonNode body, Trail place, Reading reading, Faults faults) {
        List<Criterion> criteria = new ArrayList<>();
        for (JsonNode key : body.path("criteria")) {
            if (key.asString("").equals("all")) {
                criteria.addAll(Criterion.all());
            } else {
                Optional<Criterion> known = Criterion.find(key.asString(""));
                known.ifPresent(criteria::add);
                if (known.isEmpty()) {
                    faults.add("enum", place.then("criteria"), "Unknown criterion", key);
                }
            }
        }
        Optional<Double> hours = reading.number(body, "duration", false, place);
        if (hours.filter(h -> !(h >= 0 && h <= 1e8)).isPresent()) {
            faults.add("range", place.then("duration"), "Input should be from 0 to 1e8 hours", body.path("duration"));
        }
        faults.throwIfAny();
        return new Request(
                criteria.isEmpty() ? Criterion.USUAL : criteria,
                hours.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                Rules.OURS,
                false);
    }

    private static Facility facility(JsonNode body, Trail place, Reading reading, Faults faults) {
        Optional<JsonNode> node = reading.object(body, "facility", place);
        if (node.isEmpty()) {
            return Facility.NONE;
        }
        Trail at = place.then("facility");
        double pue = reading.number(node.get(), "pue", false, at).orElse(1.0);
        double wue = reading.number(node.get(), "wue", false, at).orElse(0.0);
        double spare = reading.number(node.get(), "redundancy", false, at).orElse(0.0);
        if (!(pue >= 1 && pue <= 10 && wue >= 0 && wue <= 100 && spare >= 0 && spare <= 100)) {
            faults.add("range", at, "PUE from 1 to 10, WUE from 0 to 100 L/kWh, redundancy from 0 to 100", node.get());
            faults.throwIfAny();
        }
        return new Facility(Estimate.exact(pue), Estimate.exact(wue), spare);
    }

    private Assessment assess(JsonNode body, Trail place, Request request) {
        String kind = body.path("kind").asString("server");
        JsonNode spec = body.path("spec").isObject() ? body.path("spec") : JSON.objectNode();
        String archetype = body.path("archetype").asString("");
        Optional<TerminalKind> terminal = TerminalKind.find(kind);
        Optional<ComponentKind> component = ComponentKind.find(kind);
        Request withEnergy = request.on(withEnergy(request.criteria()));
        if (terminal.isPresent()) {
            String id = archetype.isEmpty() ? terminal.get().usualArchetype() : archetype;
            return engine().terminal(Specs.terminal(terminal.get(), id, spec), withEnergy);
        }
        if (component.isPresent()) {
            String id = archetype.isEmpty() ? component.get().usualArchetype() : archetype;
            return engine().component(Specs.component(component.get(), spec), id, withEnergy);
        }
        return switch (kind) {
            case "server" ->
                engine().server(Specs.server(archetype.isEmpty() ? ServerSpec.USUAL : archetype, spec), withEnergy);
            case "cloud" -> engine().cloud(Specs.cloud(spec), withEnergy);
            case "iot" -> engine().iot(Specs.iot(archetype.isEmpty() ? IotSpec.USUAL : archetype, spec), withEnergy);
            case "industrial" -> KitSpecs.industrial(archetype, spec, withEnergy);
            case "equipment" -> KitSpecs.office(archetype, spec, withEnergy);
            case "service" -> KitSpecs.service(spec, withEnergy);
            default -> throw Faults.of("enum", place.then("kind"), "Unknown kind of equipment", body.path("kind"));
        };
    }

    /** Final energy is needed for water on site. */
    private static List<Criterion> withEnergy(List<Criterion> criteria) {
        List<Criterion> more = new ArrayList<>(criteria);
        more.add(Criterion.FE);
        return more;
    }

    /** Reads the tables at the first question, not at the start of the server. */
    private static ItFootprint engine() {
        return ItFootprint.shipped();
    }
}
