package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Access;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Json;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.HashChain;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.SiteYears;

/** The REST interface under {@code /api/iee}. */
final class IndexApi {
    private static final String TAG = "energy index";
    private static final String AGREEMENT = "/api/iee/agreements/{agreement}";
    private static final String SITE = AGREEMENT + "/sites/{site}";
    private static final String EXAMPLE =
            "{\"Agreement\": [{\"id\": \"biscuits\", \"scheme\": \"wallonia-adb\", \"unit\": \"GJp\"}],"
                    + " \"Sites\": [{\"site\": \"a\", \"reference year\": 2014}],"
                    + " \"Posts\": [{\"site\": \"a\", \"post\": \"A\", \"kind\": \"production\", \"product or group\": \"A\","
                    + " \"unit\": \"t\", \"e0\": 5.4}],"
                    + " \"Quantities\": [{\"site\": \"a\", \"post\": \"A\", \"unit\": \"t\", \"2014\": 1000}],"
                    + " \"Energy\": [{\"site\": \"a\", \"vector\": \"electricity\", \"unit\": \"MWh\", \"2014\": 600}]}";

    private final Desk desk;

    IndexApi(Desk desk) {
        this.desk = desk;
    }

    void routes(Routes routes) {
        routes.get("/api/iee/agreements", Access.SIGNED_IN, ApiDoc.of(TAG, "The agreements"), this::list)
                .get(
                        "/api/iee/conversions",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "Primary-energy conversions"),
                        e -> e.json(desk.conversions().rows()))
                .post(
                        "/api/iee/compute",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "The indices of an agreement in the body (JSON, YAML or xlsx), not stored")
                                .body("application/json", EXAMPLE),
                        this::compute)
                .put(
                        AGREEMENT,
                        Access.MANAGERS,
                        ApiDoc.of(TAG, "Takes an agreement over, all of it or nothing")
                                .body("application/json", EXAMPLE),
                        this::put)
                .get(
                        AGREEMENT,
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "The sector by year, with its waterfall")
                                .query("members", "true: also the index of each member"),
                        this::sector)
                .get(
                        AGREEMENT + "/companies/{company}",
                        Access.SIGNED_IN,
                        ApiDoc.of(TAG, "A company by year: its sites consolidated"),
                        this::company)
                .get(SITE, Access.SIGNED_IN, ApiDoc.of(TAG, "A site by year, with target and waterfall"), this::site)
                .get(SITE + "/years/{year}", Access.SIGNED_IN, ApiDoc.of(TAG, "Table 5 of a year"), this::year)
                .get(
                        AGREEMENT + "/decisions",
                        Access.of(org.boucle.app.accounts.Role.AUDITOR, org.boucle.app.accounts.Role.COORDINATOR),
                        ApiDoc.of(TAG, "The decision trail and whether its chain is intact"),
                        this::decisions);
    }

    private void list(Exchange exchange) {
        exchange.json(desk.store().list().stream()
                .map(a -> Map.of(
                        "id", a.id(),
                        "name", a.name(),
                        "scheme", a.scheme(),
                        "unit", a.energyUnit().symbol()))
                .toList());
    }

    private Agreement body(Exchange exchange) {
        try {
            byte[] content = WorkbookTables.readAtMost(exchange.body(), Limits.DEFAULT.bytes());
            if (content.length > Limits.DEFAULT.bytes()) {
                throw BadInput.of(
                        Place.ofFile("body"),
                        "energyindex.too-large",
                        WorkbookTables.megabytes(content.length),
                        WorkbookTables.megabytes(Limits.DEFAULT.bytes()));
            }
            return AgreementFiles.read("body", content, desk.conversions());
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the body", failure);
        }
    }

    private void compute(Exchange exchange) {
        Agreement agreement = body(exchange);
        Map<String, Object> all = Results.sector(agreement, Consolidation.sector(agreement, desk.conversions()), false);
        all.put(
                "sites",
                agreement.sites().stream()
                        .map(s -> Results.site(agreement, s, desk.conversions()))
                        .toList());
        exchange.json(all);
    }

    private void put(Exchange exchange) {
        Agreement agreement = body(exchange);
        if (!agreement.id().equals(exchange.path("agreement"))) {
            throw BadInput.of(Place.ofField("id"), "energyindex.other-id", agreement.id());
        }
        boolean own = desk.store().find(agreement.id()).stream()
                .flatMap(a -> a.sites().stream())
                .allMatch(s -> Desk.sees(exchange.user(), s));
        if (!own) {
            throw new Conflict("energyindex.not-yours", agreement.id());
        }
        desk.store().save(agreement, exchange.user().name());
        exchange.json(Map.of("id", agreement.id(), "sites", agreement.sites().size()));
    }

    private void sector(Exchange exchange) {
        Agreement agreement = desk.agreement(exchange);
        boolean all = agreement.sites().stream().allMatch(s -> Desk.sees(exchange.user(), s));
        boolean members = all && exchange.query("members").equals(Optional.of("true"));
        exchange.json(Results.sector(agreement, Consolidation.sector(agreement, desk.conversions()), members));
    }

    private void company(Exchange exchange) {
        String name = exchange.path("company");
        Agreement agreement = desk.agreement(exchange);
        Agreement own = agreement.withSites(agreement.sites().stream()
                .filter(s -> s.company().equals(name) && Desk.sees(exchange.user(), s))
                .toList());
        if (own.sites().isEmpty()) {
            throw new NotFound("company");
        }
        List<Consolidation> years =
                Consolidation.companies(own, desk.conversions()).get(name);
        exchange.json(Results.sector(own, years, true));
    }

    private void site(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        exchange.json(Results.site(at.agreement(), at.site(), desk.conversions()));
    }

    private void year(Exchange exchange) {
        SiteVersion at = desk.site(exchange);
        exchange.json(Results.table5(
                at.agreement(),
                at.site(),
                SiteYears.of(at.agreement(), at.site(), Desk.year(exchange), desk.conversions())));
    }

    private void decisions(Exchange exchange) {
        Agreement agreement = desk.agreement(exchange);
        List<ChainEntry> trail = desk.store().trail(agreement.id());
        Map<String, Object> all = new LinkedHashMap<>();
        Optional<HashChain.Break> fault = HashChain.verify(trail);
        all.put("intact", fault.isEmpty());
        fault.ifPresent(f -> all.put("firstBroken", f.sequence()));
        all.put("head", HashChain.head(trail));
        all.put("entries", trail.stream().map(IndexApi::entry).toList());
        exchange.json(all);
    }

    private static Map<String, Object> entry(ChainEntry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sequence", entry.sequence());
        map.put("time", entry.time().toString());
        map.put("author", entry.author());
        map.put("subject", entry.subject());
        map.put("kind", entry.kind());
        map.put("payload", Json.read(entry.payload()));
        map.put("previousHash", entry.previousHash());
        map.put("hash", entry.hash());
        return map;
    }
}
