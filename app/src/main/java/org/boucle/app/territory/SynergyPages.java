package org.boucle.app.territory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.units.Quantity;
import org.boucle.features.territory.life.Answer;
import org.boucle.features.territory.life.Ledger;
import org.boucle.features.territory.life.Question;
import org.boucle.features.territory.life.Stage;

/** Synergies: the list, the opt-in, the checklist of the law, the stages, measured against promised. */
final class SynergyPages {
    private static final int SHOWN = 25;

    private final TerritoryDesk desk;
    private final SynergyDesk synergies;
    private final MeterDesk meters;

    SynergyPages(TerritoryDesk desk, SynergyDesk synergies, MeterDesk meters) {
        this.meters = meters;
        this.desk = desk;
        this.synergies = synergies;
    }

    void routes(Routes routes) {
        routes.page("/territory/synergies", TerritoryRoom.PARTIES, this::list)
                .page("/territory/synergies/{token}", TerritoryRoom.PARTIES, exchange -> show(exchange, 200, List.of()))
                .form("/territory/synergies/{token}/consent", TerritoryRoom.PARTIES, this::consent)
                .form("/territory/synergies/{token}/stage", TerritoryRoom.PARTIES, this::stage)
                .form("/territory/synergies/{token}/answer", TerritoryRoom.PARTIES, this::answer)
                .form("/territory/synergies/{token}/promise", TerritoryRoom.PARTIES, this::promise)
                .form("/territory/synergies/{token}/measure", TerritoryRoom.PARTIES, this::measure);
    }

    private void list(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        List<SynergyDesk.Seen> all = synergies.list(viewer);
        int from = exchange.query("from")
                .filter(t -> t.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
        exchange.render(
                "territory/synergies.jte",
                exchange.page("territory.synergies"),
                Map.of(
                        "synergies", all.subList(Math.min(from, all.size()), Math.min(all.size(), from + SHOWN)),
                        "count", all.size(),
                        "from", from,
                        "shown", SHOWN,
                        "isInsider", viewer.isInsider(),
                        "names", OverviewPages.names(desk, exchange)));
    }

    private void show(Exchange exchange, int status, List<String> issues) {
        Viewer viewer = Viewer.of(exchange.user());
        SynergyDesk.Seen seen = synergies.get(viewer, exchange.path("token"));
        SynergyStore.Kept kept = synergies.kept(seen.token());
        boolean maySee = seen.open().isPresent();
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        model.put("synergy", maySee ? Optional.of(kept.synergy()) : Optional.empty());
        model.put("asked", maySee ? synergies.asked(kept.synergy()) : List.of());
        model.put("missing", maySee ? synergies.missing(kept.synergy()) : List.of());
        model.put("next", maySee ? seen.stage().next().stream().sorted().toList() : List.of());
        model.put("isInsider", viewer.isInsider());
        model.put("issues", issues);
        model.put("names", OverviewPages.names(desk, exchange));
        Ledger ledger = maySee ? MeterPages.ledger(desk, kept.synergy()) : new Ledger(List.of());
        model.put("ledger", ledger);
        model.put(
                "chart",
                seen.open()
                        .map(open -> MeterPages.chart(
                                exchange, ledger, open.out().kind().unit().symbol()))
                        .orElse(""));
        model.put("meter", maySee ? meters.find(MeterStore.ofSynergy(seen.token())) : Optional.empty());
        model.put(
                "series",
                meters.choices(viewer.sites(exchange)).stream()
                        .limit(60)
                        .map(info -> info.site() + "/" + info.name())
                        .toList());
        exchange.render(status, "territory/synergy.jte", exchange.page("territory.synergy"), model);
    }

    /** Runs a step and shows the page again, with what went wrong where it did. */
    void step(Exchange exchange, Runnable work) {
        try {
            work.run();
            exchange.redirect("/territory/synergies/" + exchange.path("token"));
        } catch (BadInput bad) {
            show(
                    exchange,
                    400,
                    bad.issues().stream()
                            .map(issue -> issue.text(desk.house().messages(), exchange.language()))
                            .toList());
        } catch (Conflict conflict) {
            show(exchange, 409, List.of(conflict.issue().text(desk.house().messages(), exchange.language())));
        }
    }

    /** The viewer, who must be allowed to know both sides; unknown and not allowed are answered alike. */
    private Viewer party(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        if (synergies.get(viewer, exchange.path("token")).open().isEmpty()) {
            throw new NotFound("synergy");
        }
        return viewer;
    }

    private void consent(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.user());
        step(exchange, () -> synergies.consent(viewer, exchange.path("token")));
    }

    private void stage(Exchange exchange) {
        Viewer viewer = party(exchange);
        step(
                exchange,
                () -> synergies.advance(
                        viewer,
                        exchange.path("token"),
                        choice(Stage.class, exchange.form().text("stage"), "stage")));
    }

    private void answer(Exchange exchange) {
        Viewer viewer = party(exchange);
        step(
                exchange,
                () -> synergies.answer(
                        viewer,
                        exchange.path("token"),
                        choice(Question.class, exchange.form().text("question"), "question"),
                        choice(Answer.class, exchange.form().text("answer"), "answer")));
    }

    private void promise(Exchange exchange) {
        Viewer viewer = party(exchange);
        step(exchange, () -> synergies.promise(viewer, exchange.path("token"), number(exchange)));
    }

    private void measure(Exchange exchange) {
        Viewer viewer = party(exchange);
        step(
                exchange,
                () -> synergies.measure(
                        viewer, exchange.path("token"), exchange.form().text("period"), number(exchange)));
    }

    private static double number(Exchange exchange) {
        String text = exchange.form().text("amount");
        return Quantity.findNumber(text, exchange.language())
                .orElseThrow(() -> BadInput.of(Place.ofField("amount"), "territory.number", text));
    }

    static <E extends Enum<E>> E choice(Class<E> type, String text, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        Place.ofField(field), "territory.choice", text, Arrays.toString(type.getEnumConstants())));
    }
}
