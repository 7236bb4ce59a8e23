package org.boucle.app.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.boucle.app.store.Sql;
import org.boucle.features.territory.catalog.Limits;
import org.boucle.features.territory.exchange.TreatmentHub;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.intake.Intake;
import org.boucle.features.territory.inventory.Amount;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Profile;
import org.boucle.features.territory.inventory.Property;
import org.boucle.features.territory.inventory.Site;
import org.boucle.features.territory.inventory.Terms;
import org.boucle.features.territory.pooling.PriceTier;

/** Sites, flows and hubs in the store. */
final class TerritoryStore {
    private TerritoryStore() {}

    static Inventory inventory(Sql sql, LocalDate date) {
        return new Inventory(sites(sql), flows(sql), date);
    }

    static List<Site> sites(Sql sql) {
        return sql.list("SELECT * FROM territory_site ORDER BY id", TerritoryStore::site);
    }

    static List<Flow> flows(Sql sql) {
        return sql.list("SELECT * FROM territory_flow ORDER BY id", TerritoryStore::flow);
    }

    static List<TreatmentHub> hubs(Sql sql) {
        return sql.list("SELECT * FROM territory_hub ORDER BY id", TerritoryStore::hub);
    }

    static boolean hasCompany(Sql sql, String company) {
        return sql.find("SELECT 1 FROM territory_site WHERE company_key = ?", row -> true, Intake.slug(company))
                .isPresent();
    }

    static Optional<Site> findSite(Sql sql, String id) {
        return sql.find("SELECT * FROM territory_site WHERE id = ?", TerritoryStore::site, id);
    }

    static Optional<Flow> findFlow(Sql sql, String id) {
        return sql.find("SELECT * FROM territory_flow WHERE id = ?", TerritoryStore::flow, id);
    }

    /** Takes a company's batch whole, in the place of what stood there before. */
    static void replace(Sql sql, Batch batch) {
        String key = Intake.slug(batch.company());
        removeCompany(sql, key);
        sql.runEach(
                "INSERT INTO territory_site (id, company, company_key, name, latitude, longitude, activity, employees,"
                        + " social, permits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.sites(),
                (statement, site) -> {
                    statement.setString(1, site.id());
                    statement.setString(2, site.company());
                    statement.setString(3, Intake.slug(site.company()));
                    statement.setString(4, site.name());
                    statement.setDouble(5, site.place().latitude());
                    statement.setDouble(6, site.place().longitude());
                    statement.setString(7, site.activity());
                    statement.setDouble(8, site.employees());
                    statement.setInt(9, site.socialEconomy() ? 1 : 0);
                    statement.setString(10, String.join(" ", site.permits()));
                });
        addFlows(sql, batch.flows());
        batch.offers().forEach(tier -> addOffer(sql, key, tier));
        sql.runEach(
                "INSERT INTO territory_hub (id, company_key, name, latitude, longitude, accepts, gives, capacity,"
                        + " fixed_eur, yield, limit_name, limit_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.hubs(),
                (statement, hub) -> {
                    statement.setString(1, hub.id());
                    statement.setString(2, key);
                    statement.setString(3, hub.name());
                    statement.setDouble(4, hub.place().latitude());
                    statement.setDouble(5, hub.place().longitude());
                    statement.setString(6, String.join(" ", hub.accepts()));
                    statement.setString(7, hub.gives());
                    statement.setDouble(8, hub.capacity());
                    statement.setDouble(9, hub.fixedEur());
                    statement.setDouble(10, hub.yield());
                    statement.setString(11, hub.limitName());
                    statement.setDouble(12, hub.limit());
                });
    }

    static List<PriceTier> offers(Sql sql) {
        return sql.list(
                "SELECT supplier, what, from_amount, eur FROM territory_offer ORDER BY supplier, what, from_amount",
                row -> new PriceTier(row.getString(1), row.getString(2), row.getDouble(3), row.getDouble(4)));
    }

    static void addOffer(Sql sql, String companyKey, PriceTier tier) {
        sql.run(
                "INSERT INTO territory_offer (company_key, supplier, what, from_amount, eur) VALUES (?, ?, ?, ?, ?) ON"
                        + " CONFLICT (company_key, supplier, what, from_amount) DO UPDATE SET eur = excluded.eur",
                companyKey,
                tier.supplier(),
                tier.what(),
                tier.from(),
                tier.eurPerUnit());
    }

    static int removeOffers(Sql sql, String supplier, String what) {
        return sql.run("DELETE FROM territory_offer WHERE supplier = ? AND what = ?", supplier, what);
    }

    private static void removeCompany(Sql sql, String key) {
        sql.run("DELETE FROM territory_offer WHERE company_key = ?", key);
        sql.run(
                "DELETE FROM territory_flow WHERE site_id IN (SELECT id FROM territory_site WHERE company_key = ?)",
                key);
        sql.run("DELETE FROM territory_hub WHERE company_key = ?", key);
        sql.run("DELETE FROM territory_site WHERE company_key = ?", key);
    }

    static void addFlows(Sql sql, List<Flow> flows) {
        sql.runEach(
                "INSERT INTO territory_flow (id, site_id, direction, kind, waste_code, resource, label, amount,"
                        + " amount_min, amount_max, months, properties, status, hazards, operation, eur_per_unit,"
                        + " contract_end, confidence, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?)",
                flows,
                (statement, flow) -> {
                    statement.setString(1, flow.id());
                    statement.setString(2, flow.site());
                    statement.setString(3, flow.direction().name());
                    statement.setString(4, flow.kind().name());
                    statement.setString(5, flow.wasteCode());
                    statement.setString(6, flow.resource());
                    statement.setString(7, flow.label());
                    statement.setDouble(8, flow.amount().perYear());
                    statement.setDouble(9, flow.amount().min());
                    statement.setDouble(10, flow.amount().max());
                    statement.setString(11, months(flow.profile()));
                    statement.setString(12, properties(flow.properties()));
                    statement.setString(13, flow.status().name());
                    statement.setString(14, String.join(" ", flow.hazards()));
                    statement.setString(15, flow.terms().operation());
                    statement.setDouble(16, flow.terms().eurPerUnit());
                    statement.setString(
                            17,
                            flow.terms().contractEnd().map(LocalDate::toString).orElse(""));
                    statement.setString(18, flow.confidence().name());
                    statement.setString(19, flow.origin());
                });
    }

    static String months(Profile profile) {
        return profile.equals(Profile.EVEN)
                ? ""
                : Arrays.stream(profile.shares()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    static String properties(List<Property> properties) {
        return properties.stream().map(Limits::write).collect(Collectors.joining(";"));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(
                row.getString("id"),
                row.getString("company"),
                row.getString("name"),
                new Place(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("activity"),
                row.getDouble("employees"),
                row.getInt("social") == 1,
                words(row.getString("permits")));
    }

    private static Flow flow(ResultSet row) throws SQLException {
        String months = row.getString("months");
        String end = row.getString("contract_end");
        return new Flow(
                row.getString("id"),
                row.getString("site_id"),
                Direction.valueOf(row.getString("direction")),
                FlowKind.valueOf(row.getString("kind")),
                row.getString("waste_code"),
                row.getString("resource"),
                row.getString("label"),
                new Amount(row.getDouble("amount"), row.getDouble("amount_min"), row.getDouble("amount_max")),
                months.isEmpty()
                        ? Profile.EVEN
                        : Profile.of(Arrays.stream(months.split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray()),
                Limits.all(row.getString("properties")),
                LegalStatus.valueOf(row.getString("status")),
                words(row.getString("hazards")),
                new Terms(
                        row.getString("operation"),
                        row.getDouble("eur_per_unit"),
                        end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end))),
                Confidence.valueOf(row.getString("confidence")),
                row.getString("origin"));
    }

    private static TreatmentHub hub(ResultSet row) throws SQLException {
        return new TreatmentHub(
                row.getString("id"),
                row.getString("name"),
                new Place(row.getDouble("latitude"), row.getDouble("longitude")),
                words(row.getString("accepts")),
                row.getString("gives"),
                row.getDouble("capacity"),
                row.getDouble("fixed_eur"),
                row.getDouble("yield"),
                row.getString("limit_name"),
                row.getDouble("limit_value"));
    }
}
