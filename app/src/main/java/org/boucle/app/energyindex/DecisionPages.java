package org.boucle.app.energyindex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.accounts.Role;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Json;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Approach;
import org.boucle.features.energyindex.Effect;
import org.boucle.features.energyindex.Evidence;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.Recalibration;
import org.boucle.features.energyindex.ReferenceConsumption;
import org.boucle.features.energyindex.ReferenceProcedure;
import org.boucle.features.energyindex.ReferenceProcedure.Measured;
import org.boucle.features.energyindex.ReferenceProcedure.Proposed;
import org.boucle.features.energyindex.ReferenceProcedure.Ruled;
import org.boucle.features.energyindex.ReferenceProcedure.SetAside;
import org.boucle.features.energyindex.ReferenceProcedure.State;
import org.boucle.features.energyindex.ReferenceProcedure.Step;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.Target;
import org.boucle.features.energyindex.Vote;

/** The decisions about a site: how entrants got their reference, changes of target, recalibrations. */
final class DecisionPages {
    private static final String DECISIONS = SitePages.SITE + "/decisions";
    private static final Access DECIDERS = Access.of(Role.ENERGY_MANAGER, Role.COORDINATOR, Role.AUDITOR);

    private final Desk desk;

    DecisionPages(Desk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.page(DECISIONS, Access.SIGNED_IN, e -> show(e, 200, List.of()))
                .form(DECISIONS + "/propose", DECIDERS, e -> step(e, this::proposed))
                .form(DECISIONS + "/set-aside", DECIDERS, e -> step(e, this::setAside))
                .form(DECISIONS + "/rule", DECIDERS, e -> step(e, this::ruled))
                .form(DECISIONS + "/measure", DECIDERS, e -> step(e, this::measured))
                .form(DECISIONS + "/target", DECIDERS, this::target)
                .form(DECISIONS + "/recalibrate", DECIDERS, this::recalibrate)
                .file(SitePages.SITE + "/evidence/{hash}", Access.SIGNED_IN, this::evidence);
    }

    private void show(Exchange exchange, int status, List<Issue> issues) {
        SiteVersion at = desk.site(exchange);
        List<ChainEntry> trail = desk.store().trail(at.agreement().id());
        exchange.render(
                status,
                "energyindex/decisions.jte",
                exchange.page("energyindex.decisions"),
                Map.of(
                        "w", desk.words(exchange),
                        "view", DecisionView.of(at, trail, exchange.query("post"), desk.conversions()),
                        "issues",
                                issues.stream()
                                        .map(i -> i.text(desk.house().messages(), exchange.language()))
                                        .toList()));
    }

    /** Reads a step from a form; the evidence, where it has some, is kept with it. */
    private interface StepReader {
        Step read(Exchange exchange, ReferenceProcedure procedure);
    }

    private void step(Exchange exchange, StepReader reader) {
        SiteVersion at = desk.site(exchange);
        try {
            Form form = exchange.form();
            SitePages.requireVersion(exchange, at);
            Post post = at.site()
                    .findPost(form.text("post"))
                    .orElseThrow(
                            () -> BadInput.of(Place.ofField("post"), "energyindex.post-unknown", form.text("post")));
            List<ChainEntry> trail = desk.store().trail(at.agreement().id());
            ReferenceProcedure procedure = Decision.procedure(trail, at.site().id(), post.id());
            Step step = reader.read(exchange, procedure);
            procedure.refusal(step).ifPresent(r -> {
                throw new Conflict("energyindex.refusal." + r.name());
            });
            decide(exchange, at, post, procedure.after(step), step);
            exchange.redirect(SitePages.address(at) + "/decisions?post="
                    + java.net.URLEncoder.encode(post.id(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (BadInput bad) {
            show(exchange, 400, bad.issues());
        }
    }

    private void decide(Exchange exchange, SiteVersion at, Post post, ReferenceProcedure procedure, Step step) {
        Optional<ReferenceConsumption> settled = procedure.settled(post.firstYear());
        Optional<Effect> effect = settled.map(
                e0 -> Effect.of(at.agreement(), at.site(), post, e0, effectYear(at, post), desk.conversions()));
        Site after = settled.map(e0 -> at.site().with(post.withReference(e0))).orElse(at.site());
        Optional<Double> target = step instanceof Ruled ? newTarget(exchange, at.site()) : Optional.empty();
        Site withTarget = target.flatMap(i -> after.target().map(t -> after.withTarget(t.withEnergyIndex(i))))
                .orElse(after);
        Decision decision = Decision.of(exchange.user().name(), at.site().id(), post.id(), step, effect, target);
        Optional<byte[]> content = Desk.upload(exchange.form(), "evidence");
        desk.store().decide(at, withTarget, decision, decision.evidence().isPresent() ? content : Optional.empty());
    }

    /** The last recorded year, in which the effect of a reference is told. */
    private static int effectYear(SiteVersion at, Post post) {
        return at.site().years().isEmpty()
                ? post.firstYear()
                : at.site().years().getLast().year();
    }

    private Step proposed(Exchange exchange, ReferenceProcedure procedure) {
        SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
        double value = DecisionForms.positive(fields, "perUnit");
        double uncertainty = fields.number("uncertainty").orElse(0);
        Evidence evidence = DecisionForms.evidence(exchange.form(), fields);
        fields.issues().throwIfAny();
        return new Proposed(
                approach(procedure),
                value,
                uncertainty,
                evidence,
                exchange.user().name());
    }

    private static Approach approach(ReferenceProcedure procedure) {
        return switch (procedure.state()) {
            case State.Awaiting(Approach approach) -> approach;
            case State.BeforeCommittee(Proposed proposal) -> proposal.approach();
            case State.Approved(Proposed proposal, Ruled _) -> proposal.approach();
            case State.AppliedByDefault _ -> Approach.MEASUREMENT;
        };
    }

    private Step setAside(Exchange exchange, ReferenceProcedure procedure) {
        SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
        String reason = fields.needed("reason");
        fields.issues().throwIfAny();
        return new SetAside(approach(procedure), reason);
    }

    private Step ruled(Exchange exchange, ReferenceProcedure procedure) {
        SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
        LocalDate meeting = DecisionForms.date(fields, "meeting");
        List<Vote> votes = DecisionForms.votes(exchange.form(), fields);
        fields.issues().throwIfAny();
        return new Ruled(meeting, votes, exchange.form().text("minutes"));
    }

    private Step measured(Exchange exchange, ReferenceProcedure procedure) {
        SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
        LocalDate rampUp = DecisionForms.date(fields, "rampUpEnd");
        LocalDate from = DecisionForms.date(fields, "from");
        LocalDate to = DecisionForms.date(fields, "to");
        double value = DecisionForms.positive(fields, "perUnit");
        double uncertainty = fields.number("uncertainty").orElse(0);
        Evidence evidence = DecisionForms.evidence(exchange.form(), fields);
        fields.issues().throwIfAny();
        return new Measured(
                rampUp, from, to, value, uncertainty, evidence, exchange.user().name());
    }

    private Optional<Double> newTarget(Exchange exchange, Site site) {
        SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
        java.util.OptionalDouble typed = fields.number("newTarget");
        if (typed.isPresent() && (!(typed.getAsDouble() > 0) || site.target().isEmpty())) {
            fields.issues().add(Place.ofField("newTarget"), "energyindex.positive");
        }
        fields.issues().throwIfAny();
        return typed.isPresent() ? Optional.of(typed.getAsDouble()) : Optional.empty();
    }

    private void target(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        try {
            SitePages.requireVersion(exchange, at);
            SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
            LocalDate meeting = DecisionForms.date(fields, "meeting");
            List<Vote> votes = DecisionForms.votes(exchange.form(), fields);
            String reason = fields.needed("reason");
            double index = DecisionForms.positive(fields, "newTarget");
            Optional<Target> target = at.site().target();
            if (target.isEmpty()) {
                fields.issues().add(Place.ofField("newTarget"), "energyindex.no-target");
            }
            if (fields.issues().isEmpty() && !Vote.consensus(votes)) {
                fields.issues().add(Place.ofField("member1"), "energyindex.no-consensus");
            }
            fields.issues().throwIfAny();
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("meeting", meeting.toString());
            payload.put("reason", reason);
            payload.put("oldTarget", target.orElseThrow().energyIndex());
            payload.put("newTarget", index);
            payload.put("members", votes.stream().map(Vote::member).toList());
            save(exchange, at, at.site().withTarget(target.get().withEnergyIndex(index)), "target", payload);
        } catch (BadInput bad) {
            show(exchange, 400, bad.issues());
        }
    }

    private void save(Exchange exchange, SiteVersion at, Site after, String kind, Map<String, Object> payload) {
        Decision decision =
                new Decision(exchange.user().name(), at.site().id() + "/", kind, Json.write(payload), Optional.empty());
        desk.store().decide(at, after, decision, Optional.empty());
        exchange.redirect(SitePages.address(at) + "/decisions");
    }

    /** Closes all references on the energy of a year; the old series stays beside the chained one. */
    private void recalibrate(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        try {
            SitePages.requireVersion(exchange, at);
            SiteForms fields = new SiteForms(exchange.form(), desk.words(exchange));
            String reason = fields.needed("reason");
            String year = fields.needed("year");
            SiteYear on = SiteYears.of(
                    at.agreement(),
                    at.site(),
                    year.matches("[12][0-9]{3}") ? Integer.parseInt(year) : 0,
                    desk.conversions());
            if (on.index().percent().isEmpty()) {
                fields.issues().add(Place.ofField("year"), "energyindex.no-index", year);
            }
            if (at.site().recalibrations().stream().anyMatch(r -> r.year() == on.year())) {
                fields.issues().add(Place.ofField("year"), "energyindex.year-twice", year);
            }
            fields.issues().throwIfAny();
            Recalibration closed = Recalibration.closing(on, Map.of(), reason);
            List<Recalibration> all = new ArrayList<>(at.site().recalibrations());
            all.add(closed);
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("year", on.year());
            payload.put("reason", reason);
            payload.put("index", Results.index(on.index()));
            payload.put("perUnit", closed.perUnit());
            save(exchange, at, at.site().withRecalibrations(all), "recalibrated", payload);
        } catch (BadInput bad) {
            show(exchange, 400, bad.issues());
        }
    }

    /** A file of evidence, for who may see a site whose trail names it. */
    private void evidence(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        String hash = exchange.path("hash");
        boolean named = desk.store().trail(at.agreement().id()).stream()
                .filter(e -> e.subject().startsWith(at.site().id() + "/"))
                .anyMatch(e -> hash.matches("[0-9a-f]{64}") && e.payload().contains(hash));
        AgreementStore.StoredEvidence found = Optional.of(hash)
                .filter(_ -> named)
                .flatMap(desk.store()::findEvidence)
                .orElseThrow(() -> new NotFound("evidence"));
        exchange.download("application/octet-stream", found.name(), found.content());
    }
}
