package org.boucle.app.company;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.CompanyFootprint;

/** The activities of an account as rows of a table, measured and estimated ones as they read now. */
public record ActivityWordsView(
        Page page, StoredAccount stored, CompanyFootprint result, FactorLibrary library, int from) {
    private static final int MOST = 14;

    /** One activity. */
    public record Row(
            String name,
            String flow,
            String post,
            String quantity,
            String origin,
            String tonnes,
            boolean metered,
            boolean estimate) {}

    /** Those of one page, in the order of the account. */
    public List<Row> rows() {
        Map<String, Double> tonnes = new LinkedHashMap<>();
        result.footprint()
                .lines(IndicatorCategory.GHG)
                .forEach((FootprintLine l) -> tonnes.merge(l.label(), l.value() / 1000, Double::sum));
        Set<String> live = new HashSet<>();
        stored.rows().stream()
                .filter(r -> r.meter().isPresent())
                .forEach(r -> live.add(r.activity().name()));
        List<Row> rows = new ArrayList<>();
        for (CompanyActivity a :
                result.account().activities().stream().skip(from).limit(MOST).toList()) {
            rows.add(new Row(
                    a.name(),
                    flowName(a),
                    a.post().number(),
                    page.q(a.quantity().value(), a.quantity().unit())
                            + (a.kilometres() > 0 ? " × " + page.n(a.kilometres()) + "\u00a0km" : ""),
                    a.known().origin().label(page.language()),
                    Optional.ofNullable(tonnes.get(a.name())).map(page::n).orElse("–"),
                    live.contains(a.name()),
                    a.name().endsWith(LiveAccounts.ESTIMATE)));
        }
        return rows;
    }

    /** Activities after those of this page. */
    public int more() {
        return Math.max(0, result.account().activities().size() - from - MOST);
    }

    public int next() {
        return from + MOST;
    }

    public int previous() {
        return Math.max(0, from - MOST);
    }

    private String flowName(CompanyActivity a) {
        FactorQuery query =
                FactorQuery.of(a.flow(), IndicatorCategory.GHG.code(), a.known().place(), stored.year());
        return a.flow().startsWith(CompanyActivity.INDICATOR)
                ? page.t("company.counted")
                : library.find(query)
                        .map(m -> m.factor().name().in(page.language()))
                        .orElse(a.flow());
    }

    public String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The head as fields of its form. */
    public Map<String, String> head() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("organisation", stored.organisation());
        fields.put("year", String.valueOf(stored.year()));
        fields.put("site", stored.site());
        fields.put("country", stored.country());
        fields.put("consolidation", stored.consolidation().name());
        fields.put("boundary", stored.boundary());
        if (stored.base()) {
            fields.put("base", "1");
        }
        return fields;
    }
}
