package org.boucle.app.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Traffic of disks and network cards in kB/s and the share of time in which a disk was busy, from
 * {@code /proc/diskstats} and {@code /proc/net/dev}. Partitions and virtual devices are left out, or their bytes would
 * count twice.
 */
final class TrafficProbe implements Probe {
    private static final double SECTOR_KILOBYTES = 0.512;
    private final SystemTree tree;
    private final Map<String, long[]> before = new HashMap<>();
    private Moment last = new Moment(0, 0);
    private boolean primed;

    TrafficProbe(SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        double seconds = primed ? now.secondsSince(last) : 0;
        eachLine(tree.text(tree.proc("diskstats")), true, now, seconds, readings);
        eachLine(tree.text(tree.proc("net/dev")), false, now, seconds, readings);
        last = now;
        primed = true;
    }

    private void eachLine(String text, boolean disks, Moment now, double seconds, List<Reading> readings) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                end = text.length();
            }
            String line = text.substring(at, end);
            if (disks) {
                disk(line, now, seconds, readings);
            } else {
                card(line, now, seconds, readings);
            }
            at = end + 1;
        }
    }

    /** Columns of a disk: major minor name reads merged sectors ms writes merged sectors ms running ms-busy. */
    private void disk(String line, Moment now, double seconds, List<Reading> readings) {
        if (line.contains(" loop") || line.contains(" ram") || line.contains(" dm-")) {
            return;
        }
        String[] words = SystemTree.words(line);
        if (words.length < 13 || !tree.sys("block/".concat(words[2])).exists()) {
            return;
        }
        long[] values = {Long.parseLong(words[5]), Long.parseLong(words[9]), Long.parseLong(words[12])};
        long[] old = before.put("disk.".concat(words[2]), values);
        if (old == null || seconds <= 0) {
            return;
        }
        String series = "disk.".concat(Reading.word(words[2]));
        add(series.concat(".read"), now, (values[0] - old[0]) * SECTOR_KILOBYTES / seconds, "kB/s", readings);
        add(series.concat(".write"), now, (values[1] - old[1]) * SECTOR_KILOBYTES / seconds, "kB/s", readings);
        add(series.concat(".busy"), now, (values[2] - old[2]) / 10.0 / seconds, "%", readings);
    }

    /** Columns of a card after {@code name:}: bytes packets and six more received, bytes packets and six more sent. */
    private void card(String line, Moment now, double seconds, List<Reading> readings) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return;
        }
        String name = line.substring(0, colon).strip();
        String[] words = SystemTree.words(line.substring(colon + 1));
        if (words.length < 9 || name.equals("lo") || name.startsWith("veth") || name.startsWith("br-")) {
            return;
        }
        long[] values = {Long.parseLong(words[0]), Long.parseLong(words[8])};
        long[] old = before.put("network.".concat(name), values);
        if (old == null || seconds <= 0) {
            return;
        }
        String series = "network.".concat(Reading.word(name));
        add(series.concat(".received"), now, (values[0] - old[0]) / 1000.0 / seconds, "kB/s", readings);
        add(series.concat(".sent"), now, (values[1] - old[1]) / 1000.0 / seconds, "kB/s", readings);
    }

    /** A counter that went back was reset with its device; the sample is left out. */
    private static void add(String series, Moment now, double value, String unit, List<Reading> readings) {
        if (value >= 0) {
            readings.add(new Reading(series, now.epochMillis(), value, unit));
        }
    }
}
