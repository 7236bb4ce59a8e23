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
import org.boucle.app.sites.Site;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.CircularStage;
import org.boucle.core.scenario.LeverCatalogue;
import org.boucle.core.scenario.LeverSheet;
import org.boucle.core.scenario.Pillar;

/** The matrix of the 19 levers and a page for each. */
public final class LeversRoom implements Room {
    private final List<LeverPractice> practices;

    public LeversRoom(List<LeverPractice> practices) {
        this.practices = List.copyOf(practices);
    }

    /** The matrix over the levers that the rooms offer. */
    public static LeversRoom gathering(List<Room> rooms) {
        return new LeversRoom(
                rooms.stream().flatMap(room -> room.levers().stream()).toList());
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
                        ApiDoc.of("levers", "The matrix: each lever with what it could still save on the site")
                                .query("site", "site id; the first one where it is left out"),
                        this::json);
    }

    /** A row of the matrix: a lever and its ten cells. */
    public record Row(LeverSheet sheet, List<Cell> cells) {}

    private Optional<LeverPractice> practice(LeverSheet sheet) {
        return practices.stream()
                .filter(practice -> practice.acronym().equals(sheet.acronym()))
                .findFirst();
    }

    private Optional<Standing> standing(LeverSheet sheet, Optional<Site> site) {
        return practice(sheet)
                .map(practice -> site.map(practice::standing)
                        .orElseGet(() ->
                                Standing.missing(List.of(new org.boucle.core.scenario.DataNeed("site", "/imports")))));
    }

    private Row row(LeverSheet sheet, Optional<Site> site) {
        Optional<Standing> standing = standing(sheet, site);
        List<Cell> cells = new ArrayList<>();
        for (IndicatorCategory category : IndicatorCategory.values()) {
            cells.add(Cell.of(sheet, category, standing));
        }
        return new Row(sheet, cells);
    }

    private List<Row> rows(Optional<Site> site, Optional<Pillar> pillar, Optional<CircularStage> stage) {
        return LeverCatalogue.sheets().stream()
                .filter(sheet -> pillar.map(p -> sheet.pillar() == p).orElse(true))
                .filter(sheet -> stage.map(sheet.stages()::contains).orElse(true))
                .map(sheet -> row(sheet, site))
                .toList();
    }

    private void matrix(Exchange exchange) {
        Optional<Pillar> pillar = constant(Pillar.values(), exchange.query("pillar"));
        Optional<CircularStage> stage = constant(CircularStage.values(), exchange.query("stage"));
        Optional<Site> site = exchange.scope().site();
        exchange.render(
                "levers/matrix.jte",
                exchange.page("levers.title"),
                Map.of("rows", rows(site, pillar, stage), "pillar", pillar, "stage", stage));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, Optional<String> name) {
        return name.flatMap(
                n -> Arrays.stream(all).filter(c -> c.name().equals(n)).findFirst());
    }

    private void lever(Exchange exchange) {
        LeverSheet sheet = LeverCatalogue.find(exchange.path("id")).orElseThrow(() -> new NotFound("lever"));
        Optional<Standing> standing = standing(sheet, exchange.scope().site());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("sheet", sheet);
        model.put("standing", standing);
        model.put("seeAlso", LeverCatalogue.find(sheet.seeAlso()));
        model.put("path", practice(sheet).map(LeverPractice::path));
        model.put("site", exchange.scope().site().map(Site::id).orElse(""));
        exchange.render("levers/lever.jte", exchange.page("levers.title"), model);
    }

    private void json(Exchange exchange) {
        exchange.json(rows(exchange.scope().site(), Optional.empty(), Optional.empty()).stream()
                .map(row -> json(row, exchange))
                .toList());
    }

    private static Map<String, Object> json(Row row, Exchange exchange) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (IndicatorCategory category : IndicatorCategory.values()) {
            json(row.cells().get(category.ordinal()), category).ifPresent(cell -> cells.put(category.code(), cell));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.sheet().id());
        json.put("acronym", row.sheet().acronym());
        json.put("title", row.sheet().title(exchange.language()));
        json.put("pillar", row.sheet().pillar().number());
        json.put("indicators", cells);
        return json;
    }

    private static Optional<Map<String, Object>> json(Cell cell, IndicatorCategory category) {
        return switch (cell) {
            case Cell.NotConcerned none -> Optional.empty();
            case Cell.NotBuilt none -> Optional.of(Map.of("state", "not built"));
            case Cell.Missing missing -> Optional.of(Map.of("state", "data missing", "needs", missing.needs()));
            case Cell.Nothing none -> Optional.of(Map.of("state", "nothing left"));
            case Cell.Potential p ->
                Optional.of(Map.of(
                        "state", "potential",
                        "unit", category.unit().symbol() + "/a",
                        "low", p.improvement().low(),
                        "expected", p.improvement().expected(),
                        "high", p.improvement().high()));
        };
    }
}
