package org.boucle.app.agent;

import java.io.IOException;
import java.net.URI;

/** Pushes lines as they are to {@code POST /api/telemetry/points}; lines refused there are set aside with their request. */
final class HttpSender implements Sender {
    private final URI target;
    private final String headers;

    /** @param token empty where the twin asks for none */
    HttpSender(URI twin, String token) {
        String base = twin.toString();
        target = URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base).concat("/api/telemetry/points"));
        headers = token.isEmpty() ? "" : "Authorization: Bearer ".concat(token).concat("\r\n");
    }

    @Override
    public Outcome send(byte[] lines) throws IOException {
        PlainHttp.Answer answer = PlainHttp.request("POST", target, headers, "application/x-ndjson", lines);
        if (answer.ok()) {
            // the twin keeps what it can take of a request and counts the rest
            return answer.body().contains("\"refused\":") && !answer.body().contains("\"refused\":0")
                    ? Outcome.REFUSED
                    : Outcome.TAKEN;
        }
        boolean aboutTheLines = answer.status() == 400 || answer.status() == 413 || answer.status() == 422;
        return aboutTheLines ? Outcome.REFUSED : Outcome.LATER;
    }
}
