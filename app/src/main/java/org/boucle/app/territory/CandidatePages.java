package org.boucle.app.territory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.features.territory.exchange.Benefit;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Explanation;
import org.boucle.features.territory.matching.FactorName;

/** The ranked candidates with their factors opened. */
public final class CandidatePages {
    private static final int SHOWN = 25;

    private final TerritoryDesk desk;

    CandidatePages(TerritoryDesk desk) {
        this.desk = desk;
    }

    /**
     * A candidate as a row of the list.
     *
     * @param family recovery or sharing
     */
    public record Row(
            Candidate candidate, Flow out, Flow in, String giver, String taker, String family, double eur, double kg) {}

    void routes(Routes routes) {
        routes.page("/territory/candidates", TerritoryRoom.COORDINATORS, this::list)
                .page("/territory/pair", TerritoryRoom.COORDINATORS, this::pair)
                .file("/territory/candidates.csv", TerritoryRoom.COORDINATORS, this::csv)
                .form("/territory/match", TerritoryRoom.COORDINATORS, this::match);
    }

    private Row row(TerritoryDesk.Matched now, Candidate candidate) {
        Inventory inventory = now.inventory();
        Flow out = inventory.flow(candidate.out());
        Flow in = inventory.flow(candidate.in());
        double eur = 0;
        double kg = 0;
        if (now.matcher().explain(out.id(), in.id()) instanceof Explanation.Scored scored) {
            Benefit benefit = Benefit.of(out, in, scored.ratio(), scored.km(), desk.catalog());
            double amount = Math.min(out.perYear(), in.perYear() / scored.ratio());
            eur = benefit.eurPerYear(amount);
            kg = benefit.kgCo2ePerUnit() * amount;
        }
        return new Row(
                candidate,
                out,
                in,
                inventory.siteOf(out).company(),
                inventory.siteOf(in).company(),
                out.kind().isShared() ? "sharing" : "recovery",
                eur,
                kg);
    }

    private void list(Exchange exchange) {
        OverviewPages.insider(exchange);
        TerritoryDesk.Matched now = desk.matched();
        CandidateFilter filter = CandidateFilter.of(exchange);
        Names names = OverviewPages.names(desk, exchange);
        List<Candidate> ranked = filter.of(now.matching().ranked(), now.inventory(), names);
        int from = exchange.query("from")
                .filter(t -> t.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<Row> rows = ranked.subList(Math.min(from, ranked.size()), Math.min(ranked.size(), from + SHOWN)).stream()
                .map(candidate -> row(now, candidate))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("rows", rows);
        model.put("count", ranked.size());
        model.put("from", from);
        model.put("shown", SHOWN);
        model.put("rated", now.matching().ratedPairs());
        model.put("filter", filter);
        model.put("names", names);
        exchange.render("territory/candidates.jte", exchange.page("territory.candidates"), model);
    }

    private void pair(Exchange exchange) {
        OverviewPages.insider(exchange);
        TerritoryDesk.Matched now = desk.matched();
        String out = exchange.query("out").orElse("");
        String in = exchange.query("in").orElse("");
        if (!now.inventory().hasFlow(out) || !now.inventory().hasFlow(in)) {
            throw new NotFound("pair");
        }
        Row row = row(now, new Candidate(out, in, 0));
        Map<String, Object> model = new HashMap<>();
        model.put("row", row);
        model.put("explanation", now.matcher().explain(out, in));
        model.put("weights", now.matcher().weights().asMap());
        model.put("order", List.of(FactorName.values()));
        model.put("benefit", benefit(now, row));
        model.put("names", OverviewPages.names(desk, exchange));
        model.put("isPart", exchange.isPart());
        exchange.render(
                exchange.isPart() ? "territory/pairpart.jte" : "territory/pair.jte",
                exchange.page("territory.pair"),
                model);
    }

    private List<Benefit.Line> benefit(TerritoryDesk.Matched now, Row row) {
        return now.matcher().explain(row.out().id(), row.in().id()) instanceof Explanation.Scored scored
                ? Benefit.of(row.out(), row.in(), scored.ratio(), scored.km(), desk.catalog())
                        .lines()
                : List.of();
    }

    private void match(Exchange exchange) {
        OverviewPages.insider(exchange);
        desk.refreshIdeas(exchange.user().name());
        exchange.redirect("/territory/synergies");
    }

    private void csv(Exchange exchange) {
        OverviewPages.insider(exchange);
        TerritoryDesk.Matched now = desk.matched();
        StringBuilder out = new StringBuilder("rank,out,giver,in,taker,score,eur_per_year,kg_co2e_per_year\n");
        int rank = 1;
        Names names = OverviewPages.names(desk, exchange);
        for (Candidate candidate :
                CandidateFilter.of(exchange).of(now.matching().ranked(), now.inventory(), names)) {
            Row row = row(now, candidate);
            Csv.line(
                    out,
                    rank++,
                    candidate.out(),
                    row.giver(),
                    candidate.in(),
                    row.taker(),
                    candidate.score(),
                    row.eur(),
                    row.kg());
        }
        exchange.csv("candidates.csv", out.toString());
    }
}
