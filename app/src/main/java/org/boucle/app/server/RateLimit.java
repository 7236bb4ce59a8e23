package org.boucle.app.server;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each caller; the callers longest unseen are forgotten beyond a bound. */
final class RateLimit {
    private static final int MOST_CALLERS = 10_000;

    private final double perSecond;
    private final double burst;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RateLimit(double perSecond, double burst, Clock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    private record Bucket(double tokens, long millis) {}

    synchronized boolean allows(String caller) {
        long now = clock.millis();
        Bucket before = buckets.getOrDefault(caller, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens() + perSecond * Math.max(0, now - before.millis()) / 1000);
        buckets.put(caller, new Bucket(tokens >= 1 ? tokens - 1 : tokens, now));
        return tokens >= 1;
    }
}
