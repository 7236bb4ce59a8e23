package org.boucle.app.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.pages.Page;
import org.boucle.core.input.Issue;

/** Errors as the asker reads them: RFC 9457 problem+json for programs, a page for people. */
final class Problems {
    private Problems() {}

    static void answer(Exchange exchange, Route.Kind kind, int status, String code, List<Issue> issues) {
        if (kind == Route.Kind.API
                || exchange.path().startsWith("/api")
                || exchange.path().startsWith("/boavizta")) {
            exchange.send(status, "application/problem+json", Json.write(problem(exchange, status, code, issues)));
        } else {
            Page page = exchange.page("problem." + code + ".title");
            exchange.render(
                    status,
                    "house/problem.jte",
                    page,
                    Map.of("detail", exchange.text("problem." + code + ".detail"), "issues", texts(exchange, issues)));
        }
    }

    private static List<String> texts(Exchange exchange, List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.text(exchange.house().messages(), exchange.language()))
                .toList();
    }

    private static Map<String, Object> problem(Exchange exchange, int status, String code, List<Issue> issues) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", exchange.text("problem." + code + ".title"));
        problem.put("status", status);
        problem.put("detail", exchange.text("problem." + code + ".detail"));
        if (!issues.isEmpty()) {
            problem.put(
                    "issues",
                    issues.stream()
                            .map(issue -> Map.of(
                                    "code", issue.code(),
                                    "file", issue.place().file(),
                                    "sheet", issue.place().sheet(),
                                    "row", issue.place().row(),
                                    "column", issue.place().column(),
                                    "message", issue.text(exchange.house().messages(), exchange.language())))
                            .toList());
        }
        return problem;
    }
}
