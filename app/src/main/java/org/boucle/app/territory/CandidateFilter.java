package org.boucle.app.territory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.matching.Candidate;

/**
 * Which candidates are listed.
 *
 * @param family recovery or sharing, empty for both
 * @param km farthest, 0 for any
 * @param confidence least that both figures must have
 * @param status legal status of what is given
 * @param word in the names of the flows or companies
 */
public record CandidateFilter(
        String family, int km, Optional<Confidence> confidence, Optional<LegalStatus> status, String word) {
    static CandidateFilter of(Exchange exchange) {
        return new CandidateFilter(
                exchange.query("family")
                        .filter(List.of("recovery", "sharing")::contains)
                        .orElse(""),
                exchange.query("km")
                        .filter(t -> t.matches("\\d{1,4}"))
                        .map(Integer::parseInt)
                        .orElse(0),
                choice(Confidence.values(), exchange.query("confidence")),
                choice(LegalStatus.values(), exchange.query("status")),
                exchange.query("word")
                        .map(t -> t.substring(0, Math.min(60, t.length())))
                        .orElse(""));
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] all, Optional<String> name) {
        return name.flatMap(
                n -> Arrays.stream(all).filter(e -> e.name().equals(n)).findFirst());
    }

    List<Candidate> of(List<Candidate> ranked, Inventory inventory, Names names) {
        return isAll()
                ? ranked
                : ranked.stream()
                        .filter(candidate -> passes(candidate, inventory, names))
                        .toList();
    }

    private boolean isAll() {
        return family.isEmpty() && km == 0 && confidence.isEmpty() && status.isEmpty() && word.isEmpty();
    }

    private boolean passes(Candidate candidate, Inventory inventory, Names names) {
        Flow out = inventory.flow(candidate.out());
        Flow in = inventory.flow(candidate.in());
        boolean isFamily =
                family.isEmpty() || family.equals("sharing") == out.kind().isShared();
        boolean isKnown = confidence
                .map(least -> out.confidence().compareTo(least) <= 0
                        && in.confidence().compareTo(least) <= 0)
                .orElse(true);
        boolean isStatus = status.map(s -> s == out.status()).orElse(true);
        return isFamily
                && isKnown
                && isStatus
                && (km == 0
                        || inventory
                                        .siteOf(out)
                                        .place()
                                        .kmTo(inventory.siteOf(in).place())
                                <= km)
                && (word.isEmpty() || says(out, in, inventory, names));
    }

    private boolean says(Flow out, Flow in, Inventory inventory, Names names) {
        String all = names.of(out) + "\n" + names.of(in) + "\n"
                + inventory.siteOf(out).company() + "\n" + inventory.siteOf(in).company();
        return all.toLowerCase(java.util.Locale.ROOT).contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /** The same filter as a query, without the question mark. */
    public String query() {
        return "family=" + family + "&km=" + (km == 0 ? "" : km) + "&confidence="
                + confidence.map(Enum::name).orElse("") + "&status="
                + status.map(Enum::name).orElse("") + "&word=" + FlowLinks.encoded(word);
    }
}
