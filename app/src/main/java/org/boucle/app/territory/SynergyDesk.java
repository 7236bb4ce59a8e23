package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.NotFound;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.territory.catalog.WasteEntry;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.life.Answer;
import org.boucle.features.territory.life.Question;
import org.boucle.features.territory.life.Stage;
import org.boucle.features.territory.life.Synergy;
import org.boucle.features.territory.privacy.AnonymousCandidate;

/** Synergies as each viewer may see them, and the steps of their life; each step is in the audit trail under its token. */
public final class SynergyDesk {
    private final TerritoryDesk desk;

    SynergyDesk(TerritoryDesk desk) {
        this.desk = desk;
    }

    /**
     * A synergy as its viewer may see it.
     *
     * @param anonymous what may be seen at any time by a company
     * @param open the other side, where the viewer may know it
     */
    public record Seen(
            String token,
            Stage stage,
            boolean ownConsent,
            boolean isOpen,
            Optional<AnonymousCandidate> anonymous,
            Optional<Open> open) {}

    /** Both sides by name, for insiders and for sides that have both opted in. */
    public record Open(
            Flow out, Flow in, String giver, String taker, String from, String to, double km, double score) {}

    /** All synergies that concern the viewer, best first. */
    List<Seen> list(Viewer viewer) {
        Inventory inventory = desk.inventory();
        List<Seen> seen = new ArrayList<>();
        for (SynergyStore.Kept kept : desk.house().database().read(SynergyStore::list)) {
            view(viewer, inventory, kept).ifPresent(seen::add);
        }
        return seen;
    }

    /** One synergy; unknown and not the viewer's are answered alike. */
    Seen get(Viewer viewer, String token) {
        return view(viewer, desk.inventory(), kept(token)).orElseThrow(() -> new NotFound("synergy"));
    }

    SynergyStore.Kept kept(String token) {
        return desk.house()
                .database()
                .read(sql -> SynergyStore.find(sql, token))
                .orElseThrow(() -> new NotFound("synergy"));
    }

    private Optional<Seen> view(Viewer viewer, Inventory inventory, SynergyStore.Kept kept) {
        Synergy synergy = kept.synergy();
        if (!inventory.hasFlow(synergy.out()) || !inventory.hasFlow(synergy.in())) {
            return Optional.empty();
        }
        Flow out = inventory.flow(synergy.out());
        Flow in = inventory.flow(synergy.in());
        String giver = key(inventory, out);
        String taker = key(inventory, in);
        boolean gives = viewer.companyKey().equals(giver);
        boolean takes = viewer.companyKey().equals(taker);
        if (!viewer.isInsider() && !gives && !takes) {
            return Optional.empty();
        }
        boolean isOpen = synergy.isOpen(giver, taker);
        double km = inventory.siteOf(out).place().kmTo(inventory.siteOf(in).place());
        Optional<Open> open = viewer.isInsider() || isOpen
                ? Optional.of(new Open(
                        out,
                        in,
                        inventory.siteOf(out).company(),
                        inventory.siteOf(in).company(),
                        inventory.siteOf(out).name(),
                        inventory.siteOf(in).name(),
                        km,
                        kept.score()))
                : Optional.empty();
        Optional<AnonymousCandidate> anonymous = gives || takes
                ? Optional.of(AnonymousCandidate.of(synergy.id(), gives ? out : in, gives ? in : out, km, kept.score()))
                : Optional.empty();
        boolean own = synergy.consents().contains(viewer.companyKey());
        return Optional.of(new Seen(synergy.id(), synergy.stage(), own, isOpen, anonymous, open));
    }

    private static String key(Inventory inventory, Flow flow) {
        return Intake.slug(inventory.siteOf(flow).company());
    }

    /** The viewer's company agrees to be named to the other side. */
    void consent(Viewer viewer, String token) {
        Seen seen = get(viewer, token);
        if (seen.anonymous().isEmpty()) {
            throw new Conflict("territory.consent.party");
        }
        desk.house().database().change(sql -> {
            SynergyStore.consent(
                    sql,
                    token,
                    viewer.companyKey(),
                    viewer.account(),
                    desk.house().clock().millis());
            desk.house().accounts().audit(sql, viewer.account(), "territory.consent", token, "");
            Synergy after = SynergyStore.find(sql, token).orElseThrow().synergy();
            if (after.consents().size() == 2) {
                desk.house().accounts().audit(sql, viewer.account(), "territory.disclosed", token, "both sides");
            }
        });
    }

    /** Moves a synergy on, where consents and the law allow it. */
    void advance(Viewer viewer, String token, Stage next) {
        get(viewer, token);
        Inventory inventory = desk.inventory();
        Synergy synergy = kept(token).synergy();
        Flow out = inventory.flow(synergy.out());
        String giver = key(inventory, out);
        String taker = key(inventory, inventory.flow(synergy.in()));
        Synergy.Obstacle obstacle = synergy.obstacle(next, giver, taker, out, isHazardous(out));
        switch (obstacle) {
            case NONE ->
                desk.house().database().change(sql -> {
                    SynergyStore.stage(sql, token, next, desk.house().clock().millis());
                    desk.house()
                            .accounts()
                            .audit(sql, viewer.account(), "territory.stage", token, synergy.stage() + " → " + next);
                });
            case NOT_NEXT -> throw new Conflict("territory.stage.order", synergy.stage(), next);
            case CONSENT_MISSING -> throw new Conflict("territory.stage.consent");
            case LAW_OPEN -> throw new Conflict("territory.stage.law");
        }
    }

    void answer(Viewer viewer, String token, Question question, Answer answer) {
        get(viewer, token);
        desk.house().database().change(sql -> {
            SynergyStore.answer(
                    sql,
                    token,
                    question,
                    answer,
                    viewer.account(),
                    desk.house().clock().millis());
            desk.house().accounts().audit(sql, viewer.account(), "territory.answer", token, question + " " + answer);
        });
    }

    void promise(Viewer viewer, String token, double amount) {
        get(viewer, token);
        if (!(amount > 0) || Double.isInfinite(amount)) {
            throw BadInput.of(Place.ofField("amount"), "territory.negative", amount);
        }
        desk.house().database().change(sql -> {
            SynergyStore.promise(sql, token, amount);
            desk.house().accounts().audit(sql, viewer.account(), "territory.promise", token, "");
        });
    }

    void measure(Viewer viewer, String token, String period, double amount) {
        get(viewer, token);
        if (!period.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw BadInput.of(Place.ofField("period"), "territory.period", period);
        }
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw BadInput.of(Place.ofField("amount"), "territory.negative", amount);
        }
        if (kept(token).synergy().stage() != Stage.RUNNING) {
            throw new Conflict("territory.measure.running");
        }
        desk.house().database().change(sql -> {
            SynergyStore.measure(sql, token, period, amount, viewer.account());
            desk.house().accounts().audit(sql, viewer.account(), "territory.measure", token, period);
        });
    }

    /** The questions of the law for a synergy, with what is still open. */
    List<Question> asked(Synergy synergy) {
        Flow out = desk.inventory().flow(synergy.out());
        return org.boucle.features.territory.life.Checklist.asked(out, isHazardous(out));
    }

    List<Question> missing(Synergy synergy) {
        Flow out = desk.inventory().flow(synergy.out());
        return synergy.checklist().missing(out, isHazardous(out));
    }

    private boolean isHazardous(Flow flow) {
        return !flow.hazards().isEmpty()
                || desk.catalog()
                        .wastes()
                        .find(flow.wasteCode(), desk.today())
                        .map(WasteEntry::hazardous)
                        .orElse(false);
    }
}
