package org.boucle.app.server;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The few cookies: the session, and what the user prefers. */
final class Cookies {
    static final String SESSION = "boucle_session";
    static final String LANGUAGE = "boucle_language";
    static final String SITE = "boucle_site";
    static final String SCOPE = "boucle_scope";
    static final String PERIOD = "boucle_period";

    private Cookies() {}

    static Optional<String> find(ServerRequest request, String name) {
        try {
            return request.headers().cookies().first(name).asOptional();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** A cookie that holds any text. */
    static Optional<String> findText(ServerRequest request, String name) {
        try {
            return find(request, name).map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static void setText(ServerResponse response, String name, String text) {
        set(response, name, URLEncoder.encode(text, StandardCharsets.UTF_8), false);
    }

    static void set(ServerResponse response, String name, String value, boolean secret) {
        response.headers()
                .addCookie(SetCookie.builder(name, value)
                        .path("/")
                        .httpOnly(secret)
                        .sameSite(SetCookie.SameSite.LAX)
                        .maxAge(secret ? Duration.ofDays(7) : Duration.ofDays(365))
                        .build());
    }

    static void clear(ServerResponse response, String name) {
        response.headers()
                .addCookie(SetCookie.builder(name, "")
                        .path("/")
                        .maxAge(Duration.ZERO)
                        .build());
    }
}
