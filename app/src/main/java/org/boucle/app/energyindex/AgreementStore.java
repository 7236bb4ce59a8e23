package org.boucle.app.energyindex;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.store.Sql;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.HashChain;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.EnergyUnit;
import org.boucle.features.energyindex.Evidence;
import org.boucle.features.energyindex.Site;

/** Agreements, sites, decisions and evidence in the store. Each change is one transaction with its line in the trail. */
final class AgreementStore {
    private final House house;

    AgreementStore(House house) {
        this.house = house;
    }

    /** A site with what an edit needs to be sure that nobody edited in between. */
    record SiteVersion(Agreement agreement, Site site, long version) {}

    /** Without sites. */
    List<Agreement> list() {
        return house.database().read(sql -> sql.list(SHELL + " ORDER BY name", AgreementStore::shell));
    }

    private static final String SHELL = "SELECT id, name, federation, scheme, energy_unit FROM energyindex_agreement";

    private static Agreement shell(ResultSet row) throws SQLException {
        return new Agreement(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                EnergyUnit.valueOf(row.getString(5)),
                List.of());
    }

    Optional<Agreement> find(String id) {
        return house.database()
                .read(sql -> sql.find(SHELL + " WHERE id = ?", AgreementStore::shell, id)
                        .map(shell -> shell.withSites(sql.list(
                                "SELECT body FROM energyindex_site WHERE agreement = ? ORDER BY position",
                                row -> site(row.getString(1)),
                                id))));
    }

    Optional<SiteVersion> findSite(String agreement, String site) {
        return house.database().read(sql -> findSite(sql, agreement, site));
    }

    private static Optional<SiteVersion> findSite(Sql sql, String agreement, String site) {
        Optional<Agreement> shell = sql.find(SHELL + " WHERE id = ?", AgreementStore::shell, agreement);
        return shell.flatMap(a -> sql.find(
                "SELECT body, version FROM energyindex_site WHERE agreement = ? AND id = ?",
                row -> {
                    Site found = site(row.getString(1));
                    return new SiteVersion(a.withSites(List.of(found)), found, row.getLong(2));
                },
                agreement,
                site));
    }

    private static Site site(String body) {
        return Json.mapper().readValue(body, Site.class);
    }

    /** Takes a whole agreement over, in place of the one of the same id; its decisions stay. */
    void save(Agreement agreement, String who) {
        house.database().change(sql -> {
            saveShell(sql, agreement);
            sql.run("DELETE FROM energyindex_site WHERE agreement = ?", agreement.id());
            long position = 0;
            for (Site site : agreement.sites()) {
                insert(sql, agreement.id(), site, ++position);
            }
            house.accounts()
                    .audit(
                            sql,
                            who,
                            "energyindex.import",
                            agreement.id(),
                            agreement.sites().size() + " sites");
        });
    }

    private void saveShell(Sql sql, Agreement agreement) {
        sql.run(
                "INSERT INTO energyindex_agreement (id, name, federation, scheme, energy_unit, changed)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                        + " federation = excluded.federation, scheme = excluded.scheme,"
                        + " energy_unit = excluded.energy_unit, changed = excluded.changed",
                agreement.id(),
                agreement.name(),
                agreement.federation(),
                agreement.scheme(),
                agreement.energyUnit(),
                house.clock().millis());
    }

    private static void insert(Sql sql, String agreement, Site site, long position) {
        sql.run(
                "INSERT INTO energyindex_site (agreement, id, position, version, body) VALUES (?, ?, ?, 1, ?)",
                agreement,
                site.id(),
                position,
                Json.write(site));
    }

    /** Adds an agreement or a site that does not exist yet; answers false where one of the id does. */
    boolean addAgreement(Agreement agreement, String who) {
        return house.database().write(sql -> {
            if (sql.find(SHELL + " WHERE id = ?", AgreementStore::shell, agreement.id())
                    .isPresent()) {
                return false;
            }
            saveShell(sql, agreement);
            house.accounts().audit(sql, who, "energyindex.create", agreement.id(), "");
            return true;
        });
    }

    boolean addSite(String agreement, Site site, String who) {
        return house.database().write(sql -> {
            if (findSite(sql, agreement, site.id()).isPresent()) {
                return false;
            }
            long position = sql.one(
                    "SELECT COALESCE(MAX(position), 0) + 1 FROM energyindex_site WHERE agreement = ?",
                    row -> row.getLong(1),
                    agreement);
            insert(sql, agreement, site, position);
            house.accounts().audit(sql, who, "energyindex.site", agreement + "/" + site.id(), "");
            return true;
        });
    }

    /** Saves an edited site unless somebody else saved it in between. */
    void change(SiteVersion before, Site after, String who, String what) {
        house.database().change(sql -> change(sql, before, after, who, what));
    }

    private void change(Sql sql, SiteVersion before, Site after, String who, String what) {
        int changed = sql.run(
                "UPDATE energyindex_site SET body = ?, version = version + 1 WHERE agreement = ? AND id = ? AND version = ?",
                Json.write(after),
                before.agreement().id(),
                after.id(),
                before.version());
        if (changed == 0) {
            throw new Conflict("energyindex.changed-meanwhile");
        }
        house.accounts().audit(sql, who, what, before.agreement().id() + "/" + after.id(), "");
    }

    /** Appends a decision and saves what it changes of the site, both or neither. */
    void decide(SiteVersion before, Site after, Decision decision, Optional<byte[]> evidence) {
        house.database().change(sql -> {
            if (!after.equals(before.site())) {
                change(sql, before, after, decision.author(), "energyindex.decision");
            }
            evidence.ifPresent(content -> keep(sql, decision.evidence().orElseThrow(), content));
            append(sql, before.agreement().id(), decision);
        });
    }

    private static void keep(Sql sql, Evidence evidence, byte[] content) {
        sql.run(
                "INSERT INTO energyindex_evidence (sha256, name, bytes, content) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (sha256) DO NOTHING",
                evidence.sha256(),
                evidence.name(),
                evidence.bytes(),
                content);
    }

    private void append(Sql sql, String agreement, Decision decision) {
        Optional<ChainEntry> last = sql.find(
                ENTRY + " WHERE agreement = ? ORDER BY sequence DESC LIMIT 1", AgreementStore::entry, agreement);
        ChainEntry next = HashChain.next(
                last,
                house.clock().instant(),
                decision.author(),
                decision.subject(),
                decision.kind(),
                decision.payload());
        sql.run(
                "INSERT INTO energyindex_decision (agreement, sequence, time, author, subject, kind, payload,"
                        + " previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                agreement,
                next.sequence(),
                next.time().toEpochMilli(),
                next.author(),
                next.subject(),
                next.kind(),
                next.payload(),
                next.previousHash(),
                next.hash());
    }

    private static final String ENTRY =
            "SELECT sequence, time, author, subject, kind, payload, previous_hash, hash FROM energyindex_decision";

    private static ChainEntry entry(ResultSet row) throws SQLException {
        return new ChainEntry(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    /** All decisions of an agreement, oldest first. */
    List<ChainEntry> trail(String agreement) {
        return house.database()
                .read(sql ->
                        sql.list(ENTRY + " WHERE agreement = ? ORDER BY sequence", AgreementStore::entry, agreement));
    }

    /** A file of evidence by its hash. */
    record StoredEvidence(String name, byte[] content) {
        @Override
        public boolean equals(Object other) {
            return other instanceof StoredEvidence(String n, byte[] c)
                    && n.equals(name)
                    && java.util.Arrays.equals(c, content);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(content);
        }
    }

    Optional<StoredEvidence> findEvidence(String sha256) {
        return house.database()
                .read(sql -> sql.find(
                        "SELECT name, content FROM energyindex_evidence WHERE sha256 = ?",
                        row -> new StoredEvidence(row.getString(1), row.getBytes(2)),
                        sha256));
    }
}
