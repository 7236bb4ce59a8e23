package org.boucle.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** A page of metrics in the text format of Prometheus and OpenMetrics; a series is named by its metric and labels. */
final class PrometheusSource implements PollingLink.Source {
    private static final int LONGEST = 16 << 20;
    private static final Pattern LINE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*\\})?\\s+([^\\s#]+)(?:\\s+(-?\\d+(?:\\.\\d+)?))?\\s*(?:#.*)?");

    private final LinkSettings settings;
    private final Clock clock;
    private final URI address;
    private final Pattern names;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    PrometheusSource(LinkSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        settings.required("site");
        try {
            this.address = URI.create(settings.required("url"));
            this.names = Pattern.compile(settings.required("names"));
        } catch (PatternSyntaxException wrong) {
            throw BadInput.of(Place.ofField("names"), "ingest.pattern", wrong.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw BadInput.of(Place.ofField("url"), "ingest.url", settings.text("url"));
        }
        if (!String.valueOf(address.getScheme()).matches("https?") || address.getHost() == null) {
            throw BadInput.of(Place.ofField("url"), "ingest.url", settings.text("url"));
        }
    }

    @Override
    public List<Reading> poll() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "text/plain;version=0.0.4")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return read(new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }

    /** Reads a page; lines that are no samples make it malformed as a whole only where there is no sample at all. */
    List<Reading> read(String text) {
        long now = clock.millis();
        List<Reading> readings = new ArrayList<>();
        boolean strange = false;
        for (String line : text.split("\\R")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher m = line.length() < 10_000 ? LINE.matcher(line.strip()) : LINE.matcher("");
            if (!m.matches()) {
                strange = true;
            } else if (names.matcher(m.group(1)).matches()) {
                strange |= !add(m, now, readings);
            }
        }
        if (strange && readings.isEmpty()) {
            throw BadInput.of(Place.WHOLE, "ingest.prometheus");
        }
        return readings;
    }

    private boolean add(Matcher m, long now, List<Reading> readings) {
        try {
            double value = Double.parseDouble(m.group(3));
            if (Double.isFinite(value)) { // NaN stands for "no value", infinity for the last bucket
                String labels = m.group(2) == null ? "" : m.group(2);
                readings.add(new Reading(settings.text("site"), m.group(1) + labels, now, value, ""));
            }
            return true;
        } catch (NumberFormatException word) {
            return m.group(3).matches("[+-]?(Inf|NaN)");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
