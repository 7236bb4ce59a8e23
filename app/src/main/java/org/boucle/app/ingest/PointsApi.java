package org.boucle.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Json;
import org.boucle.app.server.NotFound;
import org.boucle.app.server.Routes;
import org.boucle.app.store.StoreFailure;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.Samples;
import org.boucle.features.telemetry.SeriesInfo;

/** Values over HTTP: pushed as JSON lines, read as points or roll-ups. */
final class PointsApi {
    private static final int PART = 5_000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_POINTS = 200_000;

    private final TelemetryStore store;
    private final Intake intake;
    private final Clock clock;

    PointsApi(TelemetryStore store, Intake intake, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.post(
                        "/api/telemetry/points",
                        Access.OPERATORS,
                        ApiDoc.of(
                                        "telemetry",
                                        "Push values as JSON lines; lines that cannot be taken are named, the others are kept")
                                .body(
                                        "application/x-ndjson",
                                        "{\"site\":\"plant\",\"series\":\"line1/oven/power\",\"time\":\"2026-01-05T08:00:00Z\",\"value\":41.5,\"unit\":\"kW\"}")
                                .answer("{\"accepted\":1,\"quarantined\":0,\"refused\":0,\"issues\":[]}"),
                        this::push)
                .get(
                        "/api/telemetry/series",
                        Access.SIGNED_IN,
                        ApiDoc.of("telemetry", "The registered series").query("site", "only of this site"),
                        this::series)
                .get(
                        "/api/telemetry/series/{id}/points",
                        Access.SIGNED_IN,
                        ApiDoc.of("telemetry", "Values of a series, or its roll-up where a step is given")
                                .query("from", "ISO time or epoch milliseconds, default one day before to")
                                .query("to", "ISO time or epoch milliseconds, default now")
                                .query("step", "milliseconds a bucket"),
                        this::points);
    }

    private void push(Exchange exchange) {
        Push push = new Push(exchange);
        try (InputStream body = exchange.body()) {
            BoundedLines.read(body, LONGEST_LINE, push::line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        push.flush();
        exchange.json(push.answer());
    }

    /** One request: its lines, handed to the intake part by part. */
    private final class Push {
        private final List<Reading> waiting = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();
        private final Issues issues = new Issues();
        private final long now = clock.millis();
        private final Exchange exchange;
        private final Map<String, Boolean> writable = new HashMap<>();
        private int row;
        private long accepted;
        private long quarantined;

        Push(Exchange exchange) {
            this.exchange = exchange;
        }

        void line(String text) {
            row++;
            if (text.isEmpty()) {
                return;
            }
            try {
                for (Reading reading : JsonReadings.read(Json.read(text), "", "", now)) {
                    if (writable.computeIfAbsent(reading.site(), exchange::sees)) {
                        waiting.add(reading);
                        rows.add(row);
                    } else {
                        issues.add(Place.ofRow("", row).withColumn("site"), "ingest.fault.site", reading.site());
                    }
                }
            } catch (BadInput bad) {
                bad.issues()
                        .forEach(issue -> issues.add(
                                Place.ofRow("", row).withColumn(issue.place().column()),
                                issue.code(),
                                issue.arguments().toArray()));
                intake.malformed("http", "/api/telemetry/points", bad.getMessage());
            }
            if (waiting.size() >= PART) {
                flush();
            }
        }

        void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            Receipt receipt = await(waiting);
            accepted += receipt.accepted();
            quarantined += receipt.quarantined();
            receipt.refusals()
                    .forEach(refusal -> issues.add(
                            Place.ofRow("", rows.get(refusal.index())).withColumn(refusal.series()),
                            "ingest.fault." + refusal.fault(),
                            refusal.detail()));
            for (long more = receipt.refusals().size(); more < receipt.refused(); more++) {
                issues.add(Place.WHOLE, "ingest.fault.more");
            }
            waiting.clear();
            rows.clear();
        }

        Map<String, Object> answer() {
            if (accepted + quarantined == 0 && !issues.isEmpty()) {
                throw new BadInput(issues.list());
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("accepted", accepted);
            answer.put("quarantined", quarantined);
            answer.put("refused", issues.count());
            answer.put(
                    "issues", issues.list().stream().limit(100).map(this::shown).toList());
            return answer;
        }

        private Map<String, Object> shown(Issue issue) {
            return Map.of(
                    "line", issue.place().row(),
                    "column", issue.place().column(),
                    "code", issue.code(),
                    "message",
                            exchange.text(
                                    "issue." + issue.code(), issue.arguments().toArray()));
        }
    }

    private Receipt await(List<Reading> readings) {
        try {
            return intake.submit("http", readings).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new StoreFailure("intake", new java.sql.SQLException("The store did not answer in 30 s"));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private void series(Exchange exchange) {
        List<SeriesInfo> list = exchange.query("site").map(store.series()::list).orElseGet(store.series()::list);
        Map<String, Boolean> seen = new HashMap<>();
        exchange.json(list.stream()
                .filter(series -> seen.computeIfAbsent(series.site(), exchange::sees))
                .map(PointsApi::shown)
                .toList());
    }

    private static Map<String, Object> shown(SeriesInfo s) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", s.id());
        map.put("site", s.site());
        map.put("name", s.name());
        map.put("unit", s.unit());
        map.put("kind", s.kind().name());
        map.put("medium", s.medium().name());
        map.put("source", s.source());
        return map;
    }

    private void points(Exchange exchange) {
        SeriesInfo series = number(exchange.path("id"))
                .flatMap(store.series()::find)
                .filter(known -> exchange.sees(known.site()))
                .orElseThrow(() -> new NotFound("series " + exchange.path("id")));
        long to = exchange.query("to").map(PointsApi::time).orElseGet(clock::millis);
        long from = exchange.query("from").map(PointsApi::time).orElse(to - 86_400_000);
        Map<String, Object> answer = new LinkedHashMap<>(shown(series));
        if (exchange.query("step").isPresent()) {
            answer.put(
                    "buckets", buckets(series, from, to, exchange.query("step").get()));
        } else {
            answer.put("points", values(store.read(series.id(), from, to)));
        }
        exchange.json(answer);
    }

    private static java.util.Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? java.util.Optional.of(Long.parseLong(text)) : java.util.Optional.empty();
    }

    private static long time(String text) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : JsonReadings.time(text);
    }

    private static List<Object> values(Samples samples) {
        if (samples.size() > MOST_POINTS) {
            throw BadInput.of(Place.ofField("from"), "ingest.many", MOST_POINTS);
        }
        List<Object> list = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            list.add(List.of(samples.times()[i], samples.values()[i]));
        }
        return list;
    }

    private List<Object> buckets(SeriesInfo series, long from, long to, String stepText) {
        long step = number(stepText).orElse(0L);
        if (step < 1 || to < from || (to - from) / step > MOST_POINTS || to - from < 0) {
            throw BadInput.of(Place.ofField("step"), "ingest.step", MOST_POINTS);
        }
        RollUp r = store.rollUp(series.id(), from, to, step);
        List<Object> list = new ArrayList<>(r.size());
        for (int i = 0; i < r.size(); i++) {
            Map<String, Object> bucket = new LinkedHashMap<>();
            bucket.put("time", r.time(i));
            bucket.put("count", r.count()[i]);
            bucket.put("amount", r.amount()[i]);
            if (r.count()[i] > 0) {
                bucket.put("mean", r.mean(i));
                bucket.put("min", r.min()[i]);
                bucket.put("max", r.max()[i]);
                bucket.put("last", r.last()[i]);
            }
            list.add(bucket);
        }
        return list;
    }
}
