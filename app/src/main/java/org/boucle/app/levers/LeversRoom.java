package org.boucle.app.levers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.pages.NavigationEntry.Stage;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Room;
import org.boucle.app.server.Routes;
import org.boucle.app.server.Scope;
import org.boucle.app.verification.Verifications;
import org.boucle.app.verification.Verified;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.CircularStage;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.LeverCatalogue;
import org.boucle.core.scenario.LeverSheet;
import org.boucle.core.scenario.Pillar;
import org.boucle.core.scenario.Proposal;
import org.boucle.core.twin.Site;

/** The matrix of the 19 levers and a page for each, for a site or summed over the sites of a company or territory. */
public final class LeversRoom implements Room {
    /** Proposals on a page: each brings its table and its form. */
    private static final int SHOWN = 4;

    private final Standings standings;
    private final Verifications verifications;

    public LeversRoom(List<LeverPractice> practices, Verifications verifications) {
        this.standings = new Standings(practices);
        this.verifications = verifications;
    }

    /** The matrix over the levers that the rooms offer. */
    public static LeversRoom gathering(List<Room> rooms, Verifications verifications) {
        return new LeversRoom(
                rooms.stream().flatMap(room -> room.levers().stream()).toList(), verifications);
    }

    /** What a lever proposes now for a site, by the proposal's id. */
    public Optional<Proposal> proposal(Site site, String id) {
        return standings.proposal(site, id);
    }

    @Override
    public String name() {
        return "levers";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(Stage.PROPOSE, "/", "levers.title", 0, Access.SIGNED_IN));
    }

    @Override
    public void routes(Routes routes) {
        routes.page("/", Access.SIGNED_IN, this::matrix)
                .page("/levers/{id}", Access.SIGNED_IN, this::lever)
                .get(
                        "/api/levers",
                        Access.SIGNED_IN,
                        ApiDoc.of(
                                        "levers",
                                        "The matrix: each lever with what it could still save, and what was verified")
                                .query("site", "site id; the first one where it is left out")
                                .query(
                                        "scope",
                                        "territory:<name> or company:<name> sums over the sites that you may see"),
                        this::json);
    }

    /**
     * A row of the matrix: a lever and its ten cells.
     *
     * @param told how many of the scope's sites have the data for it
     * @param verified what accepted decisions have verifiably saved, brought to a year
     */
    public record Row(LeverSheet sheet, List<Cell> cells, int told, Map<IndicatorCategory, IndicatorChange> verified) {}

    private Row row(LeverSheet sheet, Scope scope, List<Verified> verified) {
        List<Standings.OfSite> all = standings.of(sheet, scope);
        Optional<Standing> standing = standings.together(sheet, all);
        List<Cell> cells = new ArrayList<>();
        Map<IndicatorCategory, IndicatorChange> savings = new LinkedHashMap<>();
        for (IndicatorCategory category : IndicatorCategory.values()) {
            cells.add(Cell.of(sheet, category, standing));
            Cell.verified(sheet, category, verified).ifPresent(saving -> savings.put(category, saving));
        }
        int told = (int)
                all.stream().filter(one -> one.standing().missing().isEmpty()).count();
        return new Row(sheet, cells, told, savings);
    }

    private List<Row> rows(Scope scope, Optional<Pillar> pillar, Optional<CircularStage> stage) {
        List<Verified> verified = verifications.of(scope.sites());
        return LeverCatalogue.sheets().stream()
                .filter(sheet -> pillar.map(p -> sheet.pillar() == p).orElse(true))
                .filter(sheet -> stage.map(sheet.stages()::contains).orElse(true))
                .map(sheet -> row(sheet, scope, verified))
                .toList();
    }

    private void matrix(Exchange exchange) {
        Optional<Pillar> pillar = constant(Pillar.values(), exchange.query("pillar"));
        Optional<CircularStage> stage = constant(CircularStage.values(), exchange.query("stage"));
        exchange.render(
                "levers/matrix.jte",
                exchange.page("levers.title"),
                Map.of("rows", rows(exchange.scope(), pillar, stage), "pillar", pillar, "stage", stage));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, Optional<String> name) {
        return name.flatMap(
                n -> Arrays.stream(all).filter(c -> c.name().equals(n)).findFirst());
    }

    private void lever(Exchange exchange) {
        LeverSheet sheet = LeverCatalogue.find(exchange.path("id")).orElseThrow(() -> new NotFound("lever"));
        Scope scope = exchange.scope();
        List<Standings.OfSite> all = standings.of(sheet, scope);
        boolean bySite = scope.isWide() && standings.isPerSite(sheet);
        Optional<Standing> standing = standings.together(sheet, all);
        List<Proposal> proposals =
                bySite ? List.of() : standing.map(Standing::proposals).orElse(List.of());
        int from = exchange.query("from")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .filter(number -> number < proposals.size())
                .orElse(0);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("sheet", sheet);
        model.put("standing", standing);
        model.put("proposals", proposals.size());
        model.put("from", from);
        model.put("shown", proposals.stream().skip(from).limit(SHOWN).toList());
        model.put("bySite", bySite ? all : List.of());
        model.put("seeAlso", LeverCatalogue.find(sheet.seeAlso()));
        model.put("path", standings.practice(sheet).map(LeverPractice::path));
        model.put("site", scope.site().map(Site::id).orElse(""));
        model.put(
                "verified",
                verifications.of(scope.sites()).stream()
                        .filter(one -> one.decision().lever().equals(sheet.acronym()))
                        .toList());
        exchange.render("levers/lever.jte", exchange.page("levers.title"), model);
    }

    private void json(Exchange exchange) {
        exchange.json(rows(exchange.scope(), Optional.empty(), Optional.empty()).stream()
                .map(row -> json(row, exchange))
                .toList());
    }

    private static Map<String, Object> json(Row row, Exchange exchange) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (IndicatorCategory category : IndicatorCategory.values()) {
            json(row.cells().get(category.ordinal()), category).ifPresent(cell -> {
                Map<String, Object> whole = new LinkedHashMap<>(cell);
                Optional.ofNullable(row.verified().get(category))
                        .ifPresent(saving -> whole.put("verified", interval(saving)));
                cells.put(category.code(), whole);
            });
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.sheet().id());
        json.put("acronym", row.sheet().acronym());
        json.put("title", row.sheet().title(exchange.language()));
        json.put("pillar", row.sheet().pillar().number());
        json.put("sitesWithData", row.told());
        json.put("indicators", cells);
        return json;
    }

    private static Optional<Map<String, Object>> json(Cell cell, IndicatorCategory category) {
        return switch (cell) {
            case Cell.NotConcerned none -> Optional.empty();
            case Cell.NotBuilt none -> Optional.of(Map.of("state", "not built"));
            case Cell.Missing missing -> Optional.of(Map.of("state", "data missing", "needs", missing.needs()));
            case Cell.Nothing none -> Optional.of(Map.of("state", "nothing left"));
            case Cell.Potential p -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("state", "potential");
                json.put("unit", category.unit().symbol() + "/a");
                json.putAll(interval(p.improvement()));
                yield Optional.of(json);
            }
        };
    }

    private static Map<String, Object> interval(IndicatorChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("low", change.low());
        json.put("expected", change.expected());
        json.put("high", change.high());
        return json;
    }
}
