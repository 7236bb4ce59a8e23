package org.boucle.app.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.footprint.Results;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.company.YearComparison;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.methods.CorporateInventory;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.CorporateInventory.Entry;
import org.boucle.core.text.Language;

/** An organisation's account as JSON and CSV. */
final class CompanyResults {
    static final int RUNS = 1_000;
    static final long SEED = 20_260_101;

    private CompanyResults() {}

    static Map<String, Object> json(CompanyFootprint result, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("organisation", result.account().organisation());
        json.put("year", result.account().year());
        json.put("consolidation", result.account().consolidation().name());
        json.put("boundary", result.account().boundary());
        json.put("unit", "kg CO2e");
        json.put("locationBased", view(result, Basis.LOCATION));
        json.put("marketBased", view(result, Basis.MARKET));
        Map<String, Double> categories = new LinkedHashMap<>();
        for (int category = 1; category <= 15; category++) {
            categories.put(String.valueOf(category), result.inventory().scope3(category));
        }
        json.put("scope3", categories);
        List<Object> posts = new ArrayList<>();
        result.inventory().posts().forEach((post, value) -> posts.add(post(post, value, language)));
        json.put("beges", posts);
        List<Object> totals = new ArrayList<>();
        for (ImpactCategory category : result.footprint().categories()) {
            totals.add(Results.total(result.footprint(), category, language));
        }
        json.put("categories", totals);
        json.put(
                "coverage",
                org.boucle.app.footprint.Coverage.of(result.footprint()).json(language));
        json.put("measuredShare", result.measuredShare());
        result.output()
                .ifPresent(q -> json.put(
                        "output", Map.of("value", q.value(), "unit", q.unit().symbol())));
        json.put("missing", result.missing());
        json.put(
                "lines",
                result.inventory().entries().stream()
                        .map(e -> line(e, language))
                        .toList());
        return json;
    }

    private static Map<String, Object> view(CompanyFootprint result, Basis view) {
        CorporateInventory inventory = result.inventory();
        var interval = result.view(view).interval(IndicatorCategory.GHG);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope1", inventory.scope(Scope.SCOPE_1, view));
        json.put("scope2", inventory.scope(Scope.SCOPE_2, view));
        json.put("scope3", inventory.scope(Scope.SCOPE_3, view));
        json.put("total", inventory.total(view));
        json.put("low", interval.low());
        json.put("high", interval.high());
        return json;
    }

    private static Map<String, Object> post(BegesPost post, double value, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("post", post.number());
        json.put("label", post.label(language));
        json.put("value", value);
        return json;
    }

    private static Map<String, Object> line(Entry entry, Language language) {
        Map<String, Object> json = new LinkedHashMap<>(Results.line(entry.line(), language));
        json.put("scope3Category", entry.scope3Category());
        json.put("post", entry.post().number());
        json.put("basis", entry.basis().name());
        return json;
    }

    static Map<String, Object> comparison(YearComparison comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", comparison.before().footprint().subject());
        json.put("after", comparison.after().footprint().subject());
        json.put("view", comparison.view().name());
        json.put("unit", "kg CO2e");
        json.put("difference", comparison.difference());
        json.put("low", comparison.interval().low());
        json.put("high", comparison.interval().high());
        json.put("probabilityFell", comparison.probabilityFell(RUNS, SEED));
        json.put("lines", comparison.rows());
        return json;
    }

    /** Every line of every category, electricity in both views. */
    static String csv(CompanyFootprint result) {
        StringBuilder csv =
                new StringBuilder("category,unit,scope,scope3_category,beges_post,basis,line,value,activity,"
                        + "activity_unit,origin,evidence,factor,factor_value,place,period,source,reference,licence\n");
        result.inventory().entries().forEach(entry -> row(csv, entry));
        result.footprint().lines().stream()
                .filter(l -> l.category() != IndicatorCategory.GHG
                        && !l.category().code().startsWith("carbon."))
                .map(l -> new Entry(l, l.scope() == Scope.SCOPE_3 ? 1 : 0, BegesPost.P6_1, Basis.BOTH))
                .forEach(entry -> row(csv, entry));
        return csv.toString();
    }

    private static void row(StringBuilder csv, Entry entry) {
        var l = entry.line();
        boolean climate = l.category() == IndicatorCategory.GHG;
        csv.append(String.join(
                        ",",
                        l.category().code(),
                        Results.cell(l.category().unit().symbol()),
                        l.scope().name(),
                        climate && entry.scope3Category() > 0 ? String.valueOf(entry.scope3Category()) : "",
                        climate ? entry.post().number() : "",
                        entry.basis().name(),
                        Results.cell(l.id()),
                        String.valueOf(l.value()),
                        String.valueOf(l.activity().quantity().value()),
                        Results.cell(l.activity().quantity().unit().symbol()),
                        l.activity().origin().name(),
                        Results.cell(l.activity().evidence()),
                        Results.cell(l.factor().id()),
                        String.valueOf(l.factor().value()),
                        l.factor().geography().code(),
                        l.factor().period().toString(),
                        Results.cell(l.factor().source().title()),
                        Results.cell(l.factor().source().reference()),
                        Results.cell(l.factor().source().licence())))
                .append('\n');
    }
}
