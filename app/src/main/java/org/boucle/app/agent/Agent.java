package org.boucle.app.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * The agent's two activities: {@link #step} measures and keeps, {@link #deliver} sends what is kept. They run on two
 * threads and share nothing but the disk buffer and the page of metrics, so that a slow or absent twin never delays a
 * sample.
 */
final class Agent {
    private final List<Probe> probes;
    private final DiskBuffer buffer;
    private final Optional<Sender> sender;
    private final MetricsPage metrics;
    private final String site;
    private final String host;
    private int expected = 2048;

    /**
     * @param site to which the series belong
     * @param host becomes the first word of every series
     */
    Agent(
            List<Probe> probes,
            DiskBuffer buffer,
            Optional<Sender> sender,
            MetricsPage metrics,
            String site,
            String host) {
        this.probes = List.copyOf(probes);
        this.buffer = buffer;
        this.sender = sender;
        this.metrics = metrics;
        this.site = Reading.word(site);
        this.host = Reading.word(host);
    }

    /** Takes one sample, keeps it on disk and shows it; what was kept is what is returned. */
    List<Reading> step(Moment now) {
        List<Reading> readings = new ArrayList<>(64);
        for (int i = 0; i < probes.size(); i++) {
            probes.get(i).sample(now, readings);
        }
        if (!readings.isEmpty() && sender.isPresent()) {
            buffer.append(lines(readings));
        }
        metrics.show(now, readings, buffer.waitingBytes(), buffer.droppedBytes());
        return readings;
    }

    private byte[] lines(List<Reading> readings) {
        StringBuilder out = new StringBuilder(expected);
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            out.append("{\"site\":\"").append(site).append("\",\"series\":\"").append(host);
            out.append('/').append(reading.series());
            out.append("\",\"time\":\"").append(Moment.iso(reading.epochMillis()));
            out.append("\",\"value\":").append(reading.value());
            out.append(",\"unit\":\"").append(reading.unit()).append("\"}\n");
        }
        expected = Math.max(expected, out.length());
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends what waits until nothing waits or the twin is out of reach; true if nothing waits any more. */
    boolean deliver() {
        if (sender.isEmpty()) {
            return true;
        }
        DiskBuffer.Chunk chunk = buffer.next();
        while (chunk.lines().length > 0) {
            Sender.Outcome outcome;
            try {
                outcome = sender.get().send(chunk.lines());
            } catch (IOException outOfReach) {
                outcome = Sender.Outcome.LATER;
            }
            switch (outcome) {
                case TAKEN -> buffer.acknowledge(chunk);
                case REFUSED -> buffer.setAside(chunk);
                case LATER -> {
                    return false;
                }
            }
            chunk = buffer.next();
        }
        return true;
    }
}
