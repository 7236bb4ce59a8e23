package org.boucle.app.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.store.Sql;
import org.boucle.features.territory.life.Answer;
import org.boucle.features.territory.life.Checklist;
import org.boucle.features.territory.life.Question;
import org.boucle.features.territory.life.Stage;
import org.boucle.features.territory.life.Synergy;
import org.boucle.features.territory.matching.Candidate;

/** Synergies, consents, answers to the law and measured amounts in the store. */
final class SynergyStore {
    private SynergyStore() {}

    /**
     * A synergy with the score at which it was found.
     *
     * @param runningSince milliseconds since the epoch, 0 where it never ran
     */
    record Kept(Synergy synergy, double score, long runningSince) {}

    static List<Kept> list(Sql sql) {
        return sql.list("SELECT * FROM territory_synergy ORDER BY score DESC, token", row -> kept(sql, row));
    }

    static Optional<Kept> find(Sql sql, String token) {
        return sql.find("SELECT * FROM territory_synergy WHERE token = ?", row -> kept(sql, row), token);
    }

    private static Kept kept(Sql sql, ResultSet row) throws SQLException {
        String token = row.getString("token");
        Synergy synergy = new Synergy(
                token,
                row.getString("out_flow"),
                row.getString("in_flow"),
                Stage.valueOf(row.getString("stage")),
                consents(sql, token),
                checklist(sql, token),
                row.getDouble("promised"),
                sql.list(
                        "SELECT period, amount FROM territory_measured WHERE token = ? ORDER BY period",
                        r -> new Synergy.Measured(r.getString(1), r.getDouble(2)),
                        token));
        return new Kept(synergy, row.getDouble("score"), row.getLong("running_since"));
    }

    private static Set<String> consents(Sql sql, String token) {
        return new HashSet<>(
                sql.list("SELECT company_key FROM territory_consent WHERE token = ?", r -> r.getString(1), token));
    }

    private static Checklist checklist(Sql sql, String token) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        sql.list(
                        "SELECT question, answer FROM territory_answer WHERE token = ?",
                        r -> Map.entry(Question.valueOf(r.getString(1)), Answer.valueOf(r.getString(2))),
                        token)
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return new Checklist(answers);
    }

    /** Keeps candidates as ideas under fresh random tokens; ideas nobody has touched and that are no longer found go. */
    static int keep(Sql sql, List<Candidate> candidates, long now) {
        sql.run("DELETE FROM territory_synergy WHERE stage = 'IDEA' AND NOT EXISTS (SELECT 1 FROM territory_consent c"
                + " WHERE c.token = territory_synergy.token) AND NOT EXISTS (SELECT 1 FROM territory_answer a WHERE"
                + " a.token = territory_synergy.token)");
        int added = 0;
        for (Candidate candidate : candidates) {
            boolean known = sql.find(
                            "SELECT 1 FROM territory_synergy WHERE out_flow = ? AND in_flow = ?",
                            row -> true,
                            candidate.out(),
                            candidate.in())
                    .isPresent();
            if (!known) {
                sql.run(
                        "INSERT INTO territory_synergy (token, out_flow, in_flow, score, stage, promised, created)"
                                + " VALUES (?, ?, ?, ?, ?, 0, ?)",
                        Tokens.fresh(),
                        candidate.out(),
                        candidate.in(),
                        candidate.score(),
                        Stage.IDEA,
                        now);
                added++;
            }
        }
        return added;
    }

    static void consent(Sql sql, String token, String companyKey, String account, long now) {
        sql.run(
                "INSERT INTO territory_consent (token, company_key, account, time) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (token, company_key) DO NOTHING",
                token,
                companyKey,
                account,
                now);
    }

    static void stage(Sql sql, String token, Stage stage, long now) {
        sql.run("UPDATE territory_synergy SET stage = ? WHERE token = ?", stage, token);
        if (stage == Stage.RUNNING) {
            sql.run("UPDATE territory_synergy SET running_since = ? WHERE token = ?", now, token);
        }
    }

    static void promise(Sql sql, String token, double amount) {
        sql.run("UPDATE territory_synergy SET promised = ? WHERE token = ?", amount, token);
    }

    static void answer(Sql sql, String token, Question question, Answer answer, String account, long now) {
        sql.run(
                "INSERT INTO territory_answer (token, question, answer, account, time) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (token, question) DO UPDATE SET answer = excluded.answer, account ="
                        + " excluded.account, time = excluded.time",
                token,
                question,
                answer,
                account,
                now);
    }

    static void measure(Sql sql, String token, String period, double amount, String account) {
        sql.run(
                "INSERT INTO territory_measured (token, period, amount, account) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (token, period) DO UPDATE SET amount = excluded.amount, account ="
                        + " excluded.account",
                token,
                period,
                amount,
                account);
    }
}
