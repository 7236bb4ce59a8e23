package org.boucle.app.energyindex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.ChainedSeries;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.IndexOutcome;
import org.boucle.features.energyindex.IndexUncertainty;
import org.boucle.features.energyindex.PostLine;
import org.boucle.features.energyindex.RecalibrationAdvice;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.VectorLine;
import org.boucle.features.energyindex.Waterfall;

/** Results as JSON trees, the same for the API and the command line. Energies in the agreement's unit, indices in %. */
final class Results {
    private Results() {}

    /** The years of a site: indices, target path, gap, saving, uncertainty, advice. */
    static Map<String, Object> site(Agreement agreement, Site site, Conversions conversions) {
        List<SiteYear> years = SiteYears.of(agreement, site, conversions);
        ChainedSeries series = ChainedSeries.of(site, years);
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Map<String, Object> row = year(agreement, site, years.get(i));
            row.put("chained", index(series.chained().get(i).index()));
            Optional<Waterfall> fall = i == 0 ? Optional.empty() : Waterfall.of(years.get(i - 1), years.get(i));
            fall.ifPresent(f -> row.put("waterfall", waterfall(f)));
            rows.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("agreement", agreement.id());
        all.put("site", site.id());
        all.put("name", site.name());
        all.put("company", site.company());
        all.put("unit", agreement.energyUnit().symbol());
        all.put("scheme", agreement.scheme());
        all.put("years", rows);
        return all;
    }

    private static Map<String, Object> year(Agreement agreement, Site site, SiteYear year) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("year", year.year());
        put(row, "real", year.energy());
        row.put("theoretical", year.theoretical());
        row.put("iee", index(year.index()));
        row.put("unadjusted", index(year.unadjusted()));
        row.put("iges", index(year.co2Index()));
        put(row, "aee", year.index().improvement());
        put(row, "saving", year.index().saving());
        year.index()
                .saving()
                .ifPresent(s -> row.put("savingGJp", s * agreement.energyUnit().gigajoules()));
        put(row, "aco2", year.co2Index().improvement());
        put(row, "avoidedCO2kg", year.co2Index().saving());
        site.target().ifPresent(t -> {
            row.put("target", t.at(year.year()));
            year.index().percent().ifPresent(i -> row.put("gap", t.gap(year.year(), i)));
        });
        IndexUncertainty.of(year, 0).ifPresent(u -> row.put("uncertainty", u.points()));
        RecalibrationAdvice advice = RecalibrationAdvice.of(site, year, 0, RecalibrationAdvice.Thresholds.DEFAULT);
        row.put("entrantShare", advice.entrantShare());
        row.put("recalibrate", advice.findings());
        return row;
    }

    /** Table 5 of a year, line by line. */
    static Map<String, Object> table5(Agreement agreement, Site site, SiteYear year) {
        Map<String, Object> all = year(agreement, site, year);
        all.put("unit", agreement.energyUnit().symbol());
        all.put("lines", year.lines().stream().map(Results::line).toList());
        all.put("vectors", year.vectors().stream().map(Results::vector).toList());
        return all;
    }

    private static Map<String, Object> line(PostLine line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("post", line.post().id());
        row.put("kind", Vocabulary.word(line.post().kind()));
        row.put("group", line.post().group());
        row.put("label", line.post().label());
        row.put("unit", line.post().unit());
        line.reference().ifPresent(e -> {
            row.put("e0", e.perUnit());
            row.put("e0Year", e.year());
            row.put("e0Uncertainty", e.uncertainty());
            row.put("evidence", e.evidence());
        });
        put(row, "quantity", line.quantity());
        row.put("theoretical", line.theoretical());
        put(row, "metered", line.metered());
        line.index().ifPresent(i -> row.put("iee", index(i)));
        row.put("entrant", line.entrant());
        return row;
    }

    private static Map<String, Object> vector(VectorLine line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("vector", line.use().vector());
        row.put("quantity", line.use().quantity());
        row.put("unit", line.use().unit());
        row.put("primary", line.primary());
        put(row, "co2kg", line.co2());
        row.put("primaryFactor", line.conversion().primaryFactor());
        row.put("source", line.conversion().source());
        return row;
    }

    /** The sector year by year with its waterfall; members only where asked for, there can be thousands. */
    static Map<String, Object> sector(Agreement agreement, List<Consolidation> years, boolean members) {
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Consolidation year = years.get(i);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("year", year.year());
            row.put("real", year.real());
            row.put("theoretical", year.theoretical());
            row.put("iee", index(year.index()));
            row.put("unadjusted", index(year.unadjusted()));
            row.put("members", year.members().size());
            row.put("absent", year.absent().size());
            Optional<Waterfall> fall = i == 0 ? Optional.empty() : Waterfall.of(years.get(i - 1), year);
            fall.ifPresent(f -> row.put("waterfall", waterfall(f)));
            if (members) {
                row.put(
                        "indices",
                        year.members().stream().map(m -> member(year, m)).toList());
                row.put(
                        "withoutIndex",
                        year.absent().stream()
                                .map(a -> Map.of("site", a.id(), "why", a.why().reason()))
                                .toList());
            }
            rows.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("agreement", agreement.id());
        all.put("unit", agreement.energyUnit().symbol());
        all.put("years", rows);
        return all;
    }

    private static Map<String, Object> member(Consolidation year, Consolidation.Member member) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("site", member.id());
        row.put("iee", member.index().value());
        put(row, "weight", year.weight(member));
        return row;
    }

    static Map<String, Object> waterfall(Waterfall fall) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", fall.fromIndex());
        row.put("activity", fall.activity());
        row.put("structure", fall.structure());
        row.put("intensity", fall.intensity());
        row.put("to", fall.toIndex());
        return row;
    }

    /** A number, or the reason why there is none. */
    static Object index(IndexOutcome outcome) {
        return switch (outcome) {
            case IndexOutcome.Defined d -> d.value();
            case IndexOutcome.Undefined u -> Map.of("absent", u.reason(), "subject", u.subject());
        };
    }

    private static void put(Map<String, Object> row, String key, OptionalDouble value) {
        value.ifPresent(v -> row.put(key, v));
    }
}
