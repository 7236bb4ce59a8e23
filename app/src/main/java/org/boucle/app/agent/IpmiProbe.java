package org.boucle.app.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Power of the whole machine from its management controller, by {@code ipmitool dcmi power reading}. A call costs the
 * controller and us some tens of milliseconds, so it is made at most once in so many seconds, and not at all any more
 * after it failed three times.
 */
final class IpmiProbe implements Probe {
    private static final int TRIES = 3;
    private final String[] command;
    private final double everySeconds;
    private Moment last = new Moment(0, 0);
    private boolean asked;
    private int failures;

    IpmiProbe(String[] command, double everySeconds) {
        this.command = command.clone();
        this.everySeconds = everySeconds;
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        if (failures >= TRIES || asked && now.secondsSince(last) < everySeconds) {
            return;
        }
        asked = true;
        last = now;
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text;
            try (InputStream in = process.getInputStream()) {
                text = new String(in.readNBytes(8192), StandardCharsets.UTF_8);
            }
            double watts = SystemTree.after(text, instantaneous(text));
            if (watts >= 0) {
                failures = 0;
                readings.add(new Reading("power.dcmi", now.epochMillis(), watts, "W"));
            } else {
                failures++;
            }
        } catch (IOException noTool) {
            failures = TRIES;
        }
    }

    /** The line's beginning with its blanks: {@code     Instantaneous power reading:   212 Watts}. */
    private static String instantaneous(String text) {
        int at = text.indexOf("Instantaneous power reading");
        if (at < 0) {
            return "Instantaneous power reading";
        }
        int from = text.lastIndexOf('\n', at) + 1;
        return text.substring(from, at + "Instantaneous power reading".length());
    }
}
