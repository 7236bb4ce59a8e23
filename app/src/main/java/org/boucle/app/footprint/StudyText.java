package org.boucle.app.footprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.impact.lca.Samples;
import org.boucle.core.text.Language;

/** A study as JSON and as CSV. */
final class StudyText {
    private StudyText() {}

    static Map<String, Object> json(Study study, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("process", study.activity().process());
        json.put("product", study.activity().product());
        json.put("dataset", study.activity().id());
        json.put("amount", study.amount());
        json.put("unit", study.activity().unit());
        json.put("residual", study.residual());
        json.put(
                "impacts",
                study.impacts().stream().map(i -> impact(i, language)).toList());
        study.score().ifPresent(score -> {
            json.put("singleScorePt", score.points());
            json.put("singleScoreMissingWeight", score.missingWeight());
        });
        json.put("explained", study.category().code());
        json.put("tree", study.tree(200).stream().map(b -> branch(study, b)).toList());
        json.put("releases", study.releases(50).stream().map(StudyText::release).toList());
        json.put("inputs", study.inputs(200).stream().map(i -> input(study, i)).toList());
        json.put("uncertaintyFrom", study.causes(20));
        return json;
    }

    private static Map<String, Object> impact(Study.Impact impact, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("category", impact.category().code());
        json.put("label", impact.category().label(language));
        json.put("unit", impact.category().unit().symbol());
        json.put("value", impact.value());
        impact.interval().ifPresent(interval -> {
            json.put("low95", interval[0]);
            json.put("high95", interval[1]);
        });
        return json;
    }

    private static Map<String, Object> branch(Study study, Study.Branch branch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("depth", branch.depth());
        json.put("process", branch.activity());
        json.put("name", study.of(branch.activity()).process());
        json.put("dataset", study.of(branch.activity()).id());
        json.put("amount", branch.amount());
        json.put("unit", study.of(branch.activity()).unit());
        json.put("impact", branch.impact());
        json.put("direct", branch.direct());
        json.put("share", branch.share());
        return json;
    }

    private static Map<String, Object> release(Study.Release release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("flow", release.flow().name());
        json.put("compartment", release.flow().compartment());
        json.put("location", release.flow().location());
        json.put("amount", release.amount());
        json.put("unit", release.flow().unit());
        json.put("factor", release.factor());
        json.put("impact", release.impact());
        json.put("share", release.share());
        return json;
    }

    private static Map<String, Object> input(Study study, Study.Input input) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", input.row());
        json.put("product", study.of(input.row()).product());
        json.put("per", input.amount());
        json.put("unit", study.of(input.row()).unit());
        json.put("impact", input.impact());
        return json;
    }

    static Map<String, Object> samples(Samples samples) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runs", samples.values().length);
        json.put("mean", samples.mean());
        json.put("standardDeviation", samples.standardDeviation());
        json.put("low95", samples.quantile(0.025));
        json.put("median", samples.quantile(0.5));
        json.put("high95", samples.quantile(0.975));
        return json;
    }

    static Map<String, Object> whatIf(Study study, StudyPages.Answer answer, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", study.of(answer.input().row()).product());
        json.put("before", answer.input().amount());
        json.put("after", answer.per());
        json.put("solved", answer.changes().isPresent());
        json.put(
                "impacts",
                answer.changes().orElse(List.of()).stream()
                        .map(change -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("category", change.category().code());
                            row.put("label", change.category().label(language));
                            row.put("unit", change.category().unit().symbol());
                            row.put("before", change.before());
                            row.put("after", change.after());
                            return row;
                        })
                        .toList());
        return json;
    }

    /** Impacts, then the tree and the releases of the category explained, one line each. */
    static String csv(Study study, Language language) {
        StringBuilder csv = new StringBuilder("part,name,source,amount,unit,impact,category,low95,high95\n");
        for (Study.Impact impact : study.impacts()) {
            line(
                    csv,
                    "impact",
                    impact.category().label(language),
                    study.activity().id(),
                    study.amount(),
                    study.activity().unit(),
                    impact.value(),
                    impact.category().code(),
                    impact.interval().map(i -> i[0]).orElse(Double.NaN),
                    impact.interval().map(i -> i[1]).orElse(Double.NaN));
        }
        String category = study.category().code();
        for (Study.Branch branch : study.tree(200)) {
            var activity = study.of(branch.activity());
            line(
                    csv,
                    "tree " + branch.depth(),
                    activity.process(),
                    activity.id(),
                    branch.amount(),
                    activity.unit(),
                    branch.impact(),
                    category,
                    Double.NaN,
                    Double.NaN);
        }
        for (Study.Release release : study.releases(500)) {
            line(
                    csv,
                    "flow",
                    release.flow().name(),
                    release.flow().compartment(),
                    release.amount(),
                    release.flow().unit(),
                    release.impact(),
                    category,
                    Double.NaN,
                    Double.NaN);
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, Object... cells) {
        for (int c = 0; c < cells.length; c++) {
            String text = cells[c] instanceof Double d && d.isNaN() ? "" : String.valueOf(cells[c]);
            // a leading sign of a formula is disarmed for spreadsheets
            String safe = text.matches("(?s)[=@+\\-](?!\\d).*") ? "'" + text : text;
            csv.append(c == 0 ? "" : ",")
                    .append('"')
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        csv.append('\n');
    }
}
