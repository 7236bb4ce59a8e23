package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.Json;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.HashChain;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.Readings;
import org.boucle.features.energyindex.ReferenceProcedure.State;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.StructuralEvent;
import tools.jackson.databind.JsonNode;

/**
 * What the page of decisions shows.
 *
 * @param entrants posts that are not of the reference year
 * @param chosen the one whose next step is asked for
 * @param trail the site's decisions, newest first
 * @param fault the first entry of the agreement's chain that does not fit, if one does not
 */
public record DecisionView(
        Agreement agreement,
        Site site,
        long version,
        List<Entrant> entrants,
        Optional<Entrant> chosen,
        List<Told> trail,
        Optional<HashChain.Break> fault,
        String head) {
    private static final int MOST_TOLD = 20;

    /** A post that entered, where its reference stands, and both readings of the last year. */
    public record Entrant(Post post, StructuralEvent event, State state, int year, Readings readings) {}

    /** A decision with the parts that the page tells. */
    public record Told(ChainEntry entry, JsonNode payload) {

        public String text(String field) {
            JsonNode value = payload.path(field);
            return value.isMissingNode() ? "" : value.isValueNode() ? value.asString() : value.toString();
        }

        /** The hash of the evidence, empty where there is none. */
        public String evidence(String field) {
            return payload.path("evidence").path(field).asString("");
        }

        /** A number of the effect on the index, if there is one. */
        public Optional<Double> effect(String field) {
            JsonNode value = payload.path("effect").path(field);
            return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
        }
    }

    static DecisionView of(SiteVersion at, List<ChainEntry> trail, Optional<String> post, Conversions conversions) {
        Site site = at.site();
        int last = site.years().isEmpty()
                ? site.referenceYear()
                : site.years().getLast().year();
        List<Entrant> entrants = new ArrayList<>();
        for (Post candidate : site.posts()) {
            site.findEntry(candidate.id())
                    .ifPresent(event -> entrants.add(new Entrant(
                            candidate,
                            event,
                            Decision.procedure(trail, site.id(), candidate.id()).state(),
                            last,
                            Readings.of(at.agreement(), site, event, last, conversions))));
        }
        Optional<Entrant> chosen = entrants.stream()
                .filter(e -> post.isPresent() && e.post().id().equals(post.get()))
                .findFirst()
                .or(() -> entrants.stream()
                        .filter(e -> e.post().reference().isEmpty())
                        .findFirst())
                .or(() -> entrants.stream().findFirst());
        List<Told> told = trail.reversed().stream()
                .filter(e -> e.subject().startsWith(site.id() + "/"))
                .limit(MOST_TOLD)
                .map(e -> new Told(e, Json.read(e.payload())))
                .toList();
        return new DecisionView(
                at.agreement(),
                site,
                at.version(),
                entrants,
                chosen,
                told,
                HashChain.verify(trail),
                HashChain.head(trail));
    }
}
