package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.factors.Fallback;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.text.Language;

/** Footprints as JSON and CSV. */
public final class Results {
    private Results() {}

    static Map<String, Object> json(ProductFootprint result, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("product", result.product().name());
        json.put("functionalUnit", result.product().functionalUnit());
        json.put("massKg", result.product().kilograms());
        List<Object> totals = new ArrayList<>();
        for (ImpactCategory category : result.footprint().categories()) {
            totals.add(total(result.footprint(), category, language));
        }
        json.put("totals", totals);
        json.put(
                "lines",
                result.footprint().lines().stream().map(l -> line(l, language)).toList());
        json.put("missing", result.missing());
        Accounts accounts = Accounts.of(result);
        json.put("accounts", accounts.json(language));
        json.put("efSingleScore", accounts.scoreJson());
        return json;
    }

    /** A category of a footprint with its interval and its parts by stage. */
    public static Map<String, Object> total(Footprint footprint, ImpactCategory category, Language language) {
        Map<String, Object> total = new LinkedHashMap<>();
        total.put("category", category.code());
        total.put("label", category.label(language));
        total.put("value", footprint.total(category));
        total.put("unit", category.unit().symbol());
        total.put("low", footprint.interval(category).low());
        total.put("high", footprint.interval(category).high());
        total.put("shareWithoutStatedSpread", footprint.shareWithoutStatedSpread(category));
        Map<String, Double> stages = new LinkedHashMap<>();
        footprint.byStage(category).forEach((stage, value) -> stages.put(stage.name(), value));
        total.put("byStage", stages);
        if (category == IndicatorCategory.GHG) {
            Map<String, Double> scopes = new LinkedHashMap<>();
            footprint.byScope(category).forEach((scope, value) -> scopes.put(scope.name(), value));
            total.put("byScope", scopes);
        }
        return total;
    }

    /** A line down to its source. */
    public static Map<String, Object> line(FootprintLine line, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", line.id());
        json.put("category", line.category().code());
        json.put("stage", line.stage().name());
        json.put("scope", line.scope().name());
        json.put("value", line.value());
        json.put("unit", line.category().unit().symbol());
        json.put(
                "activity",
                Map.of(
                        "value", line.activity().quantity().value(),
                        "unit", line.activity().quantity().unit().symbol(),
                        "origin", line.activity().origin().name(),
                        "evidence", line.activity().evidence()));
        json.put("factor", factor(line, language));
        json.put(
                "fallbacks",
                line.match().fallbacks().stream().map(Results::fallback).toList());
        return json;
    }

    private static Map<String, Object> factor(FootprintLine line, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", line.factor().id());
        json.put("name", line.factor().name().in(language));
        json.put("value", line.factor().value());
        json.put("per", line.factor().unit().symbol());
        json.put("geography", line.factor().geography().code());
        json.put("period", line.factor().period().toString());
        json.put("source", line.factor().source().title());
        json.put("reference", line.factor().source().reference());
        json.put("licence", line.factor().source().licence());
        return json;
    }

    private static Map<String, Object> fallback(Fallback fallback) {
        return switch (fallback) {
            case Fallback.Place p ->
                Map.of(
                        "kind",
                        "place",
                        "asked",
                        p.asked().code(),
                        "used",
                        p.used().code());
            case Fallback.Year y ->
                Map.of("kind", "year", "asked", y.asked(), "used", y.used().toString());
            case Fallback.Flow f -> Map.of("kind", "flow", "asked", f.asked(), "used", f.used());
        };
    }

    static List<Object> comparison(FootprintComparison comparison, Language language, int runs, long seed) {
        List<Object> rows = new ArrayList<>();
        ImpactCategory.all()
                .filter(c -> comparison.before().categories().contains(c)
                        || comparison.after().categories().contains(c))
                .forEach(category -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("category", category.code());
                    row.put("label", category.label(language));
                    row.put("unit", category.unit().symbol());
                    row.put("before", comparison.before().total(category));
                    row.put("after", comparison.after().total(category));
                    row.put("difference", comparison.difference(category));
                    row.put("low", comparison.interval(category).low());
                    row.put("high", comparison.interval(category).high());
                    row.put("probabilityLower", comparison.probabilityLower(category, runs, seed));
                    rows.add(row);
                });
        return rows;
    }

    static String csv(Footprint footprint) {
        StringBuilder csv = new StringBuilder(
                "category,unit,stage,scope,line,value,activity,activity_unit,origin,factor,factor_value,place,period,source,reference,licence\n");
        for (FootprintLine l : footprint.lines()) {
            csv.append(String.join(
                            ",",
                            l.category().code(),
                            cell(l.category().unit().symbol()),
                            l.stage().name(),
                            l.scope().name(),
                            cell(l.id()),
                            String.valueOf(l.value()),
                            String.valueOf(l.activity().quantity().value()),
                            cell(l.activity().quantity().unit().symbol()),
                            l.activity().origin().name(),
                            cell(l.factor().id()),
                            String.valueOf(l.factor().value()),
                            l.factor().geography().code(),
                            l.factor().period().toString(),
                            cell(l.factor().source().title()),
                            cell(l.factor().source().reference()),
                            cell(l.factor().source().licence())))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Quoted where needed; a text that a spreadsheet would run as a formula is defused. */
    public static String cell(String text) {
        String safe = text.matches("[=+@-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
