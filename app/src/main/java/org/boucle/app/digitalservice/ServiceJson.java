package org.boucle.app.digitalservice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.Scopes;
import org.boucle.features.itfootprint.service.ServiceFootprint;
import org.boucle.features.itfootprint.service.ServiceLine;

/** A footprint as the API and the CSV give it. */
final class ServiceJson {
    private ServiceJson() {}

    static Map<String, Object> of(ServiceFootprint footprint) {
        Map<String, Object> impacts = new LinkedHashMap<>();
        for (Criterion criterion : footprint.criteria()) {
            Map<String, Object> impact = new LinkedHashMap<>();
            impact.put("unit", criterion.unit());
            footprint.perUnit(criterion).ifPresent(value -> impact.put("per_functional_unit", estimate(value)));
            footprint.total(criterion).ifPresent(value -> impact.put("per_year", estimate(value)));
            impact.put("tiers_without_data", footprint.missing(criterion));
            impacts.put(criterion.key(), impact);
        }
        List<Object> lines = new ArrayList<>();
        footprint.lines().forEach(line -> lines.add(line(line)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("service", footprint.service().name());
        answer.put(
                "functional_unit",
                Map.of(
                        "name", footprint.service().unit().name(),
                        "per_year", footprint.service().unit().perYear()));
        answer.put("impacts", impacts);
        answer.put("lines", lines);
        return answer;
    }

    private static Map<String, Object> line(ServiceLine line) {
        Map<String, Object> impacts = new LinkedHashMap<>();
        line.impacts().forEach((criterion, estimate) -> impacts.put(criterion.key(), estimate(estimate)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tier", line.tier());
        json.put("name", line.name());
        json.put("stage", line.stage());
        json.put("amount", line.amount());
        json.put("amount_unit", line.amountUnit());
        json.put("scope_provider", scope(Scopes.Actor.PROVIDER, line));
        json.put("scope_client", scope(Scopes.Actor.CLIENT, line));
        json.put("impacts_per_year", impacts);
        json.put("sources", line.sources());
        return json;
    }

    static String scope(Scopes.Actor actor, ServiceLine line) {
        Scopes.Scope scope = Scopes.of(actor, line);
        return scope.category() == 0 ? Integer.toString(scope.number()) : scope.number() + "." + scope.category();
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", estimate.value());
        json.put("min", estimate.min());
        json.put("max", estimate.max());
        return json;
    }

    static String csv(ServiceFootprint footprint) {
        StringBuilder out = new StringBuilder(
                "tier,name,stage,amount,amount_unit,scope_provider,scope_client,criterion,unit,value_per_year,min,max,sources\n");
        for (ServiceLine line : footprint.lines()) {
            line.impacts()
                    .forEach((criterion, estimate) -> out.append(line.tier())
                            .append(',')
                            .append(quoted(line.name()))
                            .append(',')
                            .append(line.stage())
                            .append(',')
                            .append(line.amount())
                            .append(',')
                            .append(line.amountUnit())
                            .append(',')
                            .append(scope(Scopes.Actor.PROVIDER, line))
                            .append(',')
                            .append(scope(Scopes.Actor.CLIENT, line))
                            .append(',')
                            .append(criterion.key())
                            .append(',')
                            .append(criterion.unit())
                            .append(',')
                            .append(estimate.value())
                            .append(',')
                            .append(estimate.min())
                            .append(',')
                            .append(estimate.max())
                            .append(',')
                            .append(quoted(String.join("; ", line.sources())))
                            .append('\n'));
        }
        return out.toString();
    }

    /** A cell for spreadsheets: quoted, and no formula of a stranger. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)^[=+\\-@].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
