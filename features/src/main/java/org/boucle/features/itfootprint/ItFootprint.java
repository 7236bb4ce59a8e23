package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/**
 * Impacts of digital equipment: components, servers, cloud instances, user devices, connected objects. Bottom-up from
 * reference tables; what the user does not say is completed from tables and archetypes, with bounds.
 *
 * <p>Pure: the same question gives the same answer. Safe for concurrent use; the tables are read once.
 */
public final class ItFootprint {
    /** The one over the shipped tables, once somebody has asked for it to stay. */
    private static volatile ItFootprint shipped;

    private final ItTables tables;
    private final ItCatalogue catalogue;

    private ItFootprint(ItTables tables) {
        this.tables = tables;
        this.catalogue = new ItCatalogue(tables);
    }

    /** With the reference tables that ship with the product; read once, and kept. */
    public static ItFootprint shipped() {
        if (shipped == null) {
            synchronized (ItFootprint.class) {
                if (shipped == null) {
                    shipped = new ItFootprint(ItTables.shipped());
                }
            }
        }
        return shipped;
    }

    /** As {@link #shipped()} for a single question: tables read for it alone (some 6 MB) are not kept. */
    public static ItFootprint passing() {
        ItFootprint kept = shipped;
        return kept == null ? new ItFootprint(ItTables.shipped()) : kept;
    }

    /** With tables in place of the shipped ones: the text of a file by its name such as {@code electricity.csv}. */
    public static ItFootprint replacedBy(Function<String, Optional<String>> texts) {
        return new ItFootprint(ItTables.replacedBy(texts));
    }

    /** What there is to choose from. */
    public ItCatalogue catalogue() {
        return catalogue;
    }

    /** A server; an unknown archetype is bad input. */
    public Assessment server(ServerSpec spec, Request request) {
        Archetype archetype =
                tables.server(spec.archetype(), request.rules()).orElseThrow(() -> notFound(spec.archetype()));
        Study study = study(request);
        warnOfErrors(study, spec.archetype());
        ServerModel server = new ServerModel(study, spec, archetype);
        double hours = request.durationHours().orElseGet(server::lifeHours);
        Map<Criterion, StageImpacts> impacts = loop(request, (criterion, stage) -> switch (stage) {
            case EMBEDDED -> server.embedded(criterion, hours, ALL, 1);
            case USE -> server.use(criterion, hours);
        });
        return answer(study, request, impacts, hours, () -> Explaining.server(server, request, impacts, hours));
    }

    /** Where the dialect keeps a wrong cell of the peer's archetype, for its figure is the recorded one, it says so. */
    private void warnOfErrors(Study study, String archetype) {
        if (study.keeps(Quirk.ARCHETYPE_ERRORS) && tables.isCorrected(archetype)) {
            study.warn(
                    "Archetype '" + archetype + "' of BoaviztAPI 2.4.1 has wrong cells (memory, GPU memory or load), "
                            + "kept here so that figures compare; ask with rules=ours for the corrected ones");
        }
    }

    private static final ServerModel.Share ALL = part -> java.util.OptionalDouble.of(1);

    /** A cloud instance; an unknown provider or instance is bad input. */
    public Assessment cloud(CloudSpec spec, Request request) {
        Study study = study(request);
        CloudTable.Found found = tables.clouds
                .find(spec.provider(), spec.instanceType(), request.rules().keeps(Quirk.CLOSEST_INSTANCE))
                .orElseThrow(() -> BadInput.of(
                        Place.ofField("instance_type"),
                        "it.unknown-instance",
                        spec.instanceType() + " at " + spec.provider() + " not found",
                        tables.clouds.candidates(spec.provider(), spec.instanceType(), 5)));
        if (found.replaced()) {
            study.warn("Instance '" + spec.instanceType() + "' not found; using closest match '"
                    + found.instance().id() + "' (fuzzy match)");
        }
        String platform = found.instance().find("platform").map(Cell::text).orElse("");
        Archetype archetype = tables.server(platform, request.rules()).orElseThrow(() -> notFound(platform));
        CloudModel cloud = new CloudModel(study, spec, found.instance(), archetype);
        double hours = request.durationHours().orElseGet(cloud.platform::lifeHours);
        Map<Criterion, StageImpacts> impacts = loop(request, (criterion, stage) -> switch (stage) {
            case EMBEDDED -> cloud.embedded(criterion, hours);
            case USE -> cloud.use(criterion, hours);
        });
        return answer(study, request, impacts, hours, () -> Explaining.cloud(cloud, request, impacts, hours));
    }

    /** A component on its own, completed by an archetype such as {@code DEFAULT}. */
    public Assessment component(ComponentSpec spec, String archetypeId, Request request) {
        ComponentKind kind = spec.kind();
        boolean bare = kind == ComponentKind.MOTHERBOARD || kind == ComponentKind.ASSEMBLY;
        Archetype archetype = tables.component(bare ? "ssd" : kind.key(), bare ? "DEFAULT" : archetypeId)
                .orElseThrow(() -> notFound(archetypeId));
        Study study = study(request);
        Defaults own = bare ? Defaults.NONE : archetype.part("");
        Part part = Parts.of(study, spec, own, archetype.part("USAGE"));
        double hours = request.durationHours().orElseGet(() -> part.usage.life.get());
        Map<Criterion, StageImpacts> impacts = loop(request, (criterion, stage) -> switch (stage) {
            case EMBEDDED -> part.embedded(criterion, hours, part.usage.life);
            case USE -> part.use(criterion, hours);
        });
        return answer(study, request, impacts, hours, () -> Explaining.component(part, request, hours));
    }

    /** A user device or peripheral. */
    public Assessment terminal(TerminalSpec spec, Request request) {
        Archetype archetype = tables.terminal(spec.archetype())
                .filter(found -> tables.terminalIds(spec.kind().key()).contains(found.id())
                        || request.rules().keeps(Quirk.TERMINAL_GAPS))
                .orElseThrow(() -> notFound(spec.archetype()));
        Study study = study(request);
        TerminalModel terminal = new TerminalModel(study, spec, archetype);
        double hours = request.durationHours().orElseGet(() -> terminal.usage.life.get());
        Map<Criterion, StageImpacts> impacts = loop(request, (criterion, stage) -> switch (stage) {
            case EMBEDDED -> terminal.embedded(criterion, hours);
            case USE -> terminal.use(criterion, hours);
        });
        return answer(study, request, impacts, hours, () -> Explaining.terminal(terminal, impacts, hours));
    }

    /** A connected object. */
    public Assessment iot(IotSpec spec, Request request) {
        Archetype archetype = tables.iotDevice(spec.archetype()).orElseThrow(() -> notFound(spec.archetype()));
        Study study = study(request);
        IotModel device = new IotModel(study, spec, archetype);
        double hours = request.durationHours().orElseGet(() -> device.usage.life.get());
        Map<Criterion, StageImpacts> impacts = loop(request, (criterion, stage) -> switch (stage) {
            case EMBEDDED -> device.embedded(criterion, hours);
            case USE -> device.use(criterion, hours);
        });
        return answer(study, request, impacts, hours, () -> Explaining.iot(device, request, impacts, hours));
    }

    /** The power of a processor against its load. */
    public CpuProfile.Result cpuProfile(CpuProfile profile, Rules rules) {
        return profile.curve(tables, rules);
    }

    private Study study(Request request) {
        return new Study(tables, request.rules(), request.explains());
    }

    private static BadInput notFound(String id) {
        return BadInput.of(Place.ofField("archetype"), "it.unknown-archetype", id);
    }

    /** Goes through the criteria in their own order, since the first reading of an attribute may matter; answers in the order asked. */
    private static Map<Criterion, StageImpacts> loop(Request request, BiFunction<Criterion, Stage, Impact> stage) {
        EnumMap<Criterion, StageImpacts> found = new EnumMap<>(Criterion.class);
        List<Criterion> inOrder = new ArrayList<>(request.criteria());
        Collections.sort(inOrder);
        for (Criterion criterion : inOrder) {
            Impact embedded = stage.apply(criterion, Stage.EMBEDDED);
            found.put(criterion, new StageImpacts(embedded, stage.apply(criterion, Stage.USE)));
        }
        Map<Criterion, StageImpacts> asked = new LinkedHashMap<>();
        request.criteria().forEach(criterion -> asked.put(criterion, found.get(criterion)));
        return asked;
    }

    private static Assessment answer(
            Study study,
            Request request,
            Map<Criterion, StageImpacts> impacts,
            double hours,
            java.util.function.Supplier<Explanation> explain) {
        Optional<Explanation> explanation = request.explains() ? Optional.of(explain.get()) : Optional.empty();
        return new Assessment(impacts, hours, study.warnings(), explanation);
    }

    /** Every criterion that has any figure for an equipment kind under the rules, for tests and pages. */
    static List<Criterion> known(Assessment assessment) {
        return assessment.impacts().keySet().stream()
                .filter(criterion -> assessment.findTotal(criterion).isPresent())
                .toList();
    }
}
