package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.core.input.BadInput;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.CloudSpec;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.CpuProfile;
import org.boucle.features.itfootprint.IotSpec;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Quirk;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.TerminalKind;
import org.boucle.features.itfootprint.TerminalSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The REST dialect of BoaviztAPI 2.4.1, so that a client works by changing its base URL: the same operations, the same
 * figures; errors are 4xx with {@code detail} where the peer answered 500.
 */
final class Boavizta {
    private final Supplier<ItFootprint> engine;
    private final BoaviztaLists lists;
    private final Map<Operation, Function<Call, Answer>> operations = new LinkedHashMap<>();

    /** A method and path under {@code /boavizta}. */
    record Operation(String method, String path, String summary) {}

    Boavizta(Supplier<ItFootprint> engine) {
        this.engine = engine;
        this.lists = new BoaviztaLists(() -> engine.get().catalogue());
        servers();
        clouds();
        terminals();
        components();
        iot();
        on("POST", "/v1/consumption_profile/cpu", "Power curve of a processor", this::profile);
        lists.utils().forEach((path, answer) -> on("GET", path, "List or look-up", answer));
        on("GET", "/", "What this is", call -> Answer.ok("Digital footprint, dialect of BoaviztAPI 2.4.1"));
    }

    private void on(String method, String path, String summary, Function<Call, Answer> answer) {
        operations.put(new Operation(method, path, summary), answer);
    }

    List<Operation> operations() {
        return List.copyOf(operations.keySet());
    }

    /** Answers a call; whatever is wrong with it is told in the answer. */
    Answer answer(Operation operation, Call call) {
        try {
            return operations.get(operation).apply(call);
        } catch (Faults.Found faults) {
            return faults.answer();
        } catch (BadInput bad) {
            return refused(bad);
        }
    }

    private static Answer refused(BadInput bad) {
        var issue = bad.issues().getFirst();
        return switch (issue.code()) {
            case "it.unknown-archetype" -> Answer.error(404, issue.arguments().getFirst() + " not found");
            case "it.unknown-instance" -> Answer.error(404, issue.arguments().getFirst());
            default ->
                Faults.of(
                                "value_error",
                                Trail.BODY.then(issue.place().column()),
                                "Not known: " + String.join(" ", issue.arguments()),
                                JsonNodeFactory.instance.nullNode())
                        .answer();
        };
    }

    private void servers() {
        BiFunction<Call, JsonNode, Answer> assess = (call, body) -> {
            ServerSpec spec = Specs.server(serverArchetype(call, body), body);
            return assess(call, true, request -> engine.get().server(spec, request));
        };
        impactRoutes("/v1/server/", "Impacts of a server", assess);
        on(
                "GET",
                "/v1/server/archetypes",
                "Archetypes",
                call -> lists.ids(engine.get().catalogue().serverArchetypes()));
        on("GET", "/v1/server/archetype_config", "What an archetype says", lists::serverConfig);
    }

    /** The archetype of the query; by our own rules the model's, which the peer ignores, where the query names none. */
    private static String serverArchetype(Call call, JsonNode body) {
        String inModel = body.path("model").path("archetype").asString("");
        boolean heeded = !rules(call).keeps(Quirk.MODEL_ARCHETYPE_IGNORED) && !inModel.isEmpty();
        return archetype(call, heeded ? inModel : ServerSpec.USUAL);
    }

    private void impactRoutes(String path, String summary, BiFunction<Call, JsonNode, Answer> assess) {
        on("GET", path, summary, call -> assess.apply(call, JsonNodeFactory.instance.objectNode()));
        on("POST", path, summary, call -> assess.apply(call, body(call)));
    }

    private static JsonNode body(Call call) {
        return call.body()
                .filter(node -> !node.isNull() && !node.isMissingNode())
                .orElseThrow(
                        () -> Faults.of("missing", Trail.BODY, "Field required", JsonNodeFactory.instance.nullNode()));
    }

    private void clouds() {
        on("GET", "/v1/cloud/instance", "Impacts of a cloud instance", call -> {
            CloudSpec spec = CloudSpec.of(
                    call.first("provider").orElse("aws"),
                    call.first("instance_type").orElse("a1.4xlarge"));
            return assess(call, true, request -> engine.get().cloud(spec, request));
        });
        on("POST", "/v1/cloud/instance", "Impacts of a cloud instance", call -> {
            CloudSpec spec = Specs.cloud(body(call));
            return assess(call, true, request -> engine.get().cloud(spec, request));
        });
        on("GET", "/v1/cloud/instance/instance_config", "What an instance is", lists::instanceConfig);
        on("GET", "/v1/cloud/instance/all_instances", "Instances of a provider", lists::instances);
        on(
                "GET",
                "/v1/cloud/instance/all_providers",
                "Providers",
                call -> lists.ids(engine.get().catalogue().cloudProviders()));
    }

    private void terminals() {
        for (TerminalKind kind : TerminalKind.values()) {
            String path = (kind.isPeripheral() ? "/v1/peripheral/" : "/v1/terminal/") + kind.key();
            impactRoutes(path, "Impacts of a " + kind.key(), (call, body) -> {
                TerminalSpec spec = Specs.terminal(kind, archetype(call, kind.usualArchetype()), body);
                return assess(call, true, request -> engine.get().terminal(spec, request));
            });
            on(
                    "GET",
                    path + "/archetypes",
                    "Archetypes",
                    call -> lists.ids(engine.get().catalogue().terminalArchetypes(kind)));
            on("GET", path + "/archetype_config", "What an archetype says", lists::terminalConfig);
        }
        on("GET", "/v1/terminal/all", "Kinds of terminal", call -> lists.terminals(false));
        on("GET", "/v1/peripheral/all", "Kinds of peripheral", call -> lists.terminals(true));
    }

    private void components() {
        for (ComponentKind kind : BoaviztaLists.COMPONENTS) {
            String path = "/v1/component/" + kind.key();
            impactRoutes(path, "Impacts of a " + kind.key(), (call, body) -> {
                ComponentSpec spec = Specs.component(kind, body);
                return assess(
                        call,
                        false,
                        request -> engine.get().component(spec, archetype(call, kind.usualArchetype()), request));
            });
            on("GET", path + "/archetype", "Archetypes", call -> lists.componentIds(kind));
            on("GET", path + "/archetype_config", "What an archetype says", call -> lists.componentConfig(kind, call));
        }
        on("GET", "/v1/component/all", "Kinds of component", call -> lists.components());
    }

    private void iot() {
        impactRoutes("/v1/iot/iot_device", "Impacts of a connected object", (call, body) -> {
            IotSpec spec = Specs.iot(archetype(call, IotSpec.USUAL), body);
            return assess(call, true, request -> engine.get().iot(spec, request));
        });
        on(
                "GET",
                "/v1/iot/iot_device/archetypes",
                "Archetypes",
                call -> lists.ids(engine.get().catalogue().iotArchetypes()));
        on("GET", "/v1/iot/iot_device/archetype_config", "What an archetype says", lists::iotConfig);
    }

    private Answer profile(Call call) {
        CpuProfile.Result result = engine.get().cpuProfile(Specs.profile(body(call)), rules(call));
        return Answer.written(out -> new DialectJson(out, true).curve(result.curve()));
    }

    private static String archetype(Call call, String usual) {
        return call.first("archetype").filter(text -> !text.isEmpty()).orElse(usual);
    }

    /** {@code ?rules=} chooses: the peer's own answers ({@code peer}), ours ({@code ours}); usually the compatible ones. */
    private static Rules rules(Call call) {
        return switch (call.first("rules").orElse("compatible").toLowerCase(Locale.ROOT)) {
            case "peer", "strict" -> Rules.PEER;
            case "ours", "corrected" -> Rules.OURS;
            default -> Rules.COMPATIBLE;
        };
    }

    private Answer assess(Call call, boolean device, Function<Request, Assessment> assess) {
        Faults faults = new Faults();
        boolean verbose = Queries.flag(call, "verbose", true, faults);
        Optional<Double> duration = Queries.duration(call, faults);
        Asked asked = Asked.of(call, faults);
        faults.throwIfAny();
        Rules rules = rules(call);
        OptionalDouble hours = duration.map(OptionalDouble::of).orElse(OptionalDouble.empty());
        Request request = new Request(asked.criteria(), hours, rules, verbose);
        Assessment assessment = assess.apply(request);
        Optional<Assessment> mended = asked.mended().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        assess.apply(new Request(asked.mended(), hours, rules.mending(Quirk.MISSPELT_KEYS), false)));
        boolean keepsInside = !rules.keeps(Quirk.VALUE_OUTSIDE_BOUNDS);
        return Answer.written(out -> {
            DialectJson json = new DialectJson(out, keepsInside);
            json.answer(assessment, () -> asked.impacts(assessment, mended, json), device);
        });
    }

    /** Every operation with its path as a client of the peer writes it, for the OpenAPI document. */
    List<String> paths() {
        return new ArrayList<>(
                operations.keySet().stream().map(Operation::path).distinct().toList());
    }
}
