package org.boucle.app.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.intake.Cells;
import org.boucle.features.territory.intake.FlowReader;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.intake.Presumption;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Site;

/** The inventory: table of flows, workbook, workshop card, flows presumed from the activity. */
final class FlowPages {
    private static final int SHOWN = 24;
    private static final List<String> WORKBOOKS = List.of("workbook", "workbook2", "workbook3", "workbook4");

    private final TerritoryDesk desk;

    FlowPages(TerritoryDesk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page("/territory/flows", TerritoryRoom.PARTIES, exchange -> show(exchange, 200, List.of()))
                .file("/territory/template.xlsx", TerritoryRoom.PARTIES, this::template)
                .file("/territory/flows.csv", TerritoryRoom.PARTIES, this::csv)
                .form("/territory/import", TerritoryRoom.COORDINATORS, this::take)
                .form("/territory/card", TerritoryRoom.PARTIES, this::card)
                .form("/territory/presume", TerritoryRoom.COORDINATORS, this::presume);
    }

    private List<Flow> visible(Exchange exchange, Inventory inventory) {
        Viewer viewer = Viewer.of(exchange.user());
        return inventory.flows().stream()
                .filter(flow -> viewer.sees(inventory, flow))
                .toList();
    }

    private void show(Exchange exchange, int status, List<String> issues) {
        Inventory inventory = desk.inventory();
        Viewer viewer = Viewer.of(exchange.user());
        List<Flow> flows = visible(exchange, inventory);
        int from = exchange.query("from")
                .filter(t -> t.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<Site> sites = inventory.sites().stream()
                .filter(site ->
                        viewer.isInsider() || Intake.slug(site.company()).equals(viewer.companyKey()))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("flows", flows.subList(Math.min(from, flows.size()), Math.min(flows.size(), from + SHOWN)));
        model.put("count", flows.size());
        model.put("from", from);
        model.put("shown", SHOWN);
        model.put("sites", sites.subList(0, Math.min(60, sites.size())));
        model.put("inventory", inventory);
        model.put("isInsider", viewer.isInsider());
        model.put("names", OverviewPages.names(desk, exchange));
        model.put("issues", issues);
        Map<String, String> last = new HashMap<>();
        for (String field : List.of("site", "direction", "kind")) {
            exchange.query(field).ifPresent(text -> last.put(field, text));
        }
        model.put("last", last);
        exchange.render(status, "territory/flows.jte", exchange.page("territory.flows"), model);
    }

    static List<String> texts(TerritoryDesk desk, Exchange exchange, BadInput bad) {
        return bad.issues().stream()
                .map(issue -> issue.text(desk.house().messages(), exchange.language()))
                .toList();
    }

    private void template(Exchange exchange) {
        exchange.download(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "boucle-flows.xlsx",
                Workbook.template(exchange.language()));
    }

    private void take(Exchange exchange) {
        OverviewPages.insider(exchange);
        try {
            List<Batch> batches = new ArrayList<>();
            for (String field : WORKBOOKS) {
                exchange.form().file(field).ifPresent(upload -> batches.add(read(exchange, upload)));
            }
            if (batches.isEmpty()) {
                throw BadInput.of(Place.ofField("workbook"), "territory.missing", "workbook");
            }
            desk.take(
                    batches,
                    exchange.form().find("replace").isPresent(),
                    exchange.user().name());
            desk.refreshIdeas(exchange.user().name());
            exchange.redirect("/territory/flows");
        } catch (BadInput bad) {
            show(exchange, 400, texts(desk, exchange, bad));
        }
    }

    private Batch read(Exchange exchange, Form.Upload upload) {
        try (InputStream in = Files.newInputStream(upload.path())) {
            return Workbook.read(upload.name(), in, desk.catalog(), desk.today(), exchange.language());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The workshop card: what, how much, which way; the rest can follow. */
    private void card(Exchange exchange) {
        try {
            Inventory inventory = desk.inventory();
            Viewer viewer = Viewer.of(exchange.user());
            Form form = exchange.form();
            Site site = inventory.sites().stream()
                    .filter(s -> s.id().equals(form.text("site")))
                    .filter(s -> viewer.isInsider() || Intake.slug(s.company()).equals(viewer.companyKey()))
                    .findFirst()
                    .orElseThrow(() -> BadInput.of(Place.ofField("site"), "territory.site.unknown", "", ""));
            Map<String, Cells.Cell> cells = new HashMap<>();
            for (String column : Workbook.FLOW_COLUMNS) {
                form.find(column).ifPresent(text -> cells.put(column, Cells.Cell.text(text)));
            }
            cells.putIfAbsent("origin", Cells.Cell.text("workshop card"));
            FlowKind.find(form.text("kind"))
                    .ifPresent(kind -> cells.putIfAbsent(
                            "unit", Cells.Cell.text(kind.unit().symbol() + "/a")));
            Issues issues = new Issues();
            Cells row = new Cells(Place.WHOLE, cells, exchange.language());
            String id = Intake.slug(site.company()) + ":card-" + Tokens.fresh();
            List<Flow> flow = new FlowReader(desk.catalog(), desk.today(), issues)
                    .read(row, id, site.id()).stream().toList();
            issues.throwIfAny();
            desk.add(flow, exchange.user().name(), "territory.card");
            exchange.redirect("/territory/flows?site=" + FlowLinks.encoded(site.id()) + "&direction="
                    + FlowLinks.encoded(form.text("direction")) + "&kind=" + FlowLinks.encoded(form.text("kind"))
                    + "#card");
        } catch (BadInput bad) {
            show(exchange, 400, texts(desk, exchange, bad));
        }
    }

    /** Adds presumed flows at sites that have none of their own. */
    private void presume(Exchange exchange) {
        OverviewPages.insider(exchange);
        Inventory inventory = desk.inventory();
        List<Flow> presumed = new ArrayList<>();
        for (Site site : inventory.sites()) {
            if (inventory.flows().stream().noneMatch(flow -> flow.site().equals(site.id()))) {
                presumed.addAll(Presumption.of(site, desk.catalog()));
            }
        }
        desk.add(presumed, exchange.user().name(), "territory.presume");
        exchange.redirect("/territory/flows");
    }

    private void csv(Exchange exchange) {
        Inventory inventory = desk.inventory();
        StringBuilder out = new StringBuilder("company,site,id,direction,kind,code,resource,label,amount,min,max,unit,"
                + "months,properties,status,hazards,operation,eur,contract_end,confidence,origin\n");
        for (Flow flow : visible(exchange, inventory)) {
            Csv.line(
                    out,
                    inventory.siteOf(flow).company(),
                    inventory.siteOf(flow).name(),
                    flow.id(),
                    flow.direction(),
                    flow.kind(),
                    flow.wasteCode(),
                    flow.resource(),
                    flow.label(),
                    flow.perYear(),
                    flow.amount().min(),
                    flow.amount().max(),
                    flow.kind().unit().symbol() + "/a",
                    TerritoryStore.months(flow.profile()),
                    TerritoryStore.properties(flow.properties()),
                    flow.status(),
                    String.join(" ", flow.hazards()),
                    flow.terms().operation(),
                    flow.terms().eurPerUnit(),
                    flow.terms().contractEnd().map(Object::toString).orElse(""),
                    flow.confidence(),
                    flow.origin());
        }
        exchange.csv("flows.csv", out.toString());
    }
}
