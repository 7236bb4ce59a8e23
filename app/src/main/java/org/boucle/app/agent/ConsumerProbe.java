package org.boucle.app.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.itfootprint.measurement.CpuTimes;
import org.boucle.features.itfootprint.measurement.MeasuredMachine;
import org.boucle.features.itfootprint.measurement.PowerSplit;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Who in the machine draws its power: the busiest commands and control groups with their share of processor time,
 * memory and power; all others together are {@code process.others}. Commands of the same name count as one, so that
 * the names of series stay few and last.
 *
 * <p>Runs after the probes of load and power, whose readings it divides.
 */
final class ConsumerProbe implements Probe {
    private static final double KILOBYTES_PER_PAGE = 4;
    private static final double MICROSECONDS_PER_TICK = 10_000;

    private static final class Consumer {
        final String name;
        double ticks;
        double kilobytes;

        Consumer(String name) {
            this.name = name;
        }
    }

    private final SystemTree tree;
    private final LoadProbe load;
    private final int shown;
    private final double givenIdleWatts;
    private final double everySeconds;
    private Moment last = new Moment(0, 0);
    private CpuTimes machine = new CpuTimes(0, 0, 0, 0, 0);
    private double lowestWatts = Double.POSITIVE_INFINITY;
    private boolean primed;
    /** Processor ticks at the last sample by process id and start time, or by path of the control group. */
    private Map<String, double[]> before = new HashMap<>();

    private Map<String, double[]> current = new HashMap<>();

    /**
     * @param idleWatts power of the machine at idle; 0 takes the lowest power seen so far
     * @param everySeconds time between two looks at all processes, which cost more than all other probes together
     */
    ConsumerProbe(SystemTree tree, LoadProbe load, int shown, double idleWatts, double everySeconds) {
        this.everySeconds = everySeconds;
        this.tree = tree;
        this.load = load;
        this.shown = shown;
        this.givenIdleWatts = idleWatts;
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        var power = MeasuredMachine.of(readings);
        if (power.isPresent()) {
            lowestWatts = Math.min(lowestWatts, power.get().watts());
        }
        machine = machine.plus(load.spent());
        if (primed && now.secondsSince(last) < everySeconds) {
            return;
        }
        last = now;
        double watts = power.isPresent() ? power.get().watts() : -1;
        current.clear();
        List<Consumer> commands = commands();
        List<Consumer> groups = new ArrayList<>();
        File unified = tree.sys("fs/cgroup/unified");
        collectGroups(unified.isDirectory() ? unified : tree.sys("fs/cgroup"), "", 0, groups);
        Map<String, double[]> spare = before;
        before = current;
        current = spare;
        if (primed) {
            report("process.", commands, watts, now, readings);
            report("cgroup.", groups, watts, now, readings);
        }
        primed = true;
        machine = new CpuTimes(0, 0, 0, 0, 0);
    }

    private List<Consumer> commands() {
        Map<String, Consumer> byName = new HashMap<>();
        for (String name : SystemTree.names(tree.proc(""))) {
            if (name.charAt(0) >= '1' && name.charAt(0) <= '9') {
                command(tree.text(new File(tree.proc(name), "stat")), byName);
            }
        }
        return new ArrayList<>(byName.values());
    }

    /** {@code pid (comm) state ppid …}: user and system ticks are words 11 and 12 after the bracket, start 19, pages 21. */
    private void command(String stat, Map<String, Consumer> byName) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        if (open < 0 || close < open) {
            return;
        }
        String[] words = SystemTree.words(stat.substring(close + 1));
        if (words.length < 22) {
            return;
        }
        double ticks = Double.parseDouble(words[11]) + Double.parseDouble(words[12]);
        double spent = spent(stat.substring(0, open).concat(words[19]), ticks);
        String name = Reading.word(stat.substring(open + 1, close));
        Consumer consumer = byName.get(name);
        if (consumer == null) {
            consumer = new Consumer(name);
            byName.put(name, consumer);
        }
        consumer.ticks += spent;
        consumer.kilobytes += Double.parseDouble(words[21]) * KILOBYTES_PER_PAGE;
    }

    /** Ticks since the last sample; a consumer that was not there then began at zero. */
    private double spent(String key, double ticks) {
        current.put(key, new double[] {ticks});
        double[] old = before.get(key);
        return Math.max(0, ticks - (old == null ? 0 : old[0]));
    }

    /** Groups down to the third level (slice, service or pod, container); a leaf counts, its parents would count twice. */
    private void collectGroups(File directory, String path, int depth, List<Consumer> groups) {
        boolean leaf = true;
        if (depth < 3) {
            for (String name : SystemTree.names(directory)) {
                File child = new File(directory, name);
                if (name.indexOf('.') != 0 && isGroup(name) && new File(child, "cpu.stat").exists()) {
                    leaf = false;
                    collectGroups(
                            child, path.isEmpty() ? name : path.concat("-").concat(name), depth + 1, groups);
                }
            }
        }
        long microseconds =
                leaf && depth > 0 ? SystemTree.after(tree.text(new File(directory, "cpu.stat")), "usage_usec") : -1;
        if (microseconds >= 0) {
            Consumer group = new Consumer(Reading.word(path));
            group.ticks = spent("group ".concat(path), microseconds / MICROSECONDS_PER_TICK);
            group.kilobytes = tree.number(new File(directory, "memory.current")).orElse(0) / 1024.0;
            groups.add(group);
        }
    }

    /** The kernel's own files in a group have names such as {@code cpu.stat}; groups of services end otherwise. */
    private static boolean isGroup(String name) {
        return !name.startsWith("cpu.")
                && !name.startsWith("cgroup.")
                && !name.startsWith("memory.")
                && !name.startsWith("io.")
                && !name.startsWith("pids.")
                && !name.startsWith("cpuset.")
                && !name.startsWith("hugetlb.")
                && !name.startsWith("misc.")
                && !name.startsWith("rdma.")
                && !name.startsWith("irq.");
    }

    private void report(String kind, List<Consumer> consumers, double watts, Moment now, List<Reading> readings) {
        if (consumers.isEmpty()) {
            return;
        }
        double[] ticks = new double[consumers.size()];
        double[] memory = new double[consumers.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = consumers.get(i).ticks;
            memory[i] = consumers.get(i).kilobytes;
        }
        double idle = givenIdleWatts > 0 ? givenIdleWatts : lowestWatts;
        double[] parts = watts >= 0
                ? PowerSplit.split(watts, idle, ticks, machine.busy(), memory, load.memoryKilobytes())
                : new double[0];
        double all = Math.max(1, machine.total());
        double shownWatts = 0;
        for (int rank = 0; rank < Math.min(shown, ticks.length); rank++) {
            int i = busiest(ticks, memory);
            String series = kind.concat(consumers.get(i).name);
            add(series.concat(".cpu"), now, 100 * ticks[i] / all, "%", readings);
            add(series.concat(".memory"), now, memory[i] / 1024, "MiB", readings);
            if (watts >= 0) {
                add(series.concat(".power"), now, parts[i], "W", readings);
                shownWatts += parts[i];
            }
            ticks[i] = -1;
        }
        if (watts >= 0) {
            add(kind.concat("others.power"), now, Math.max(0, watts - shownWatts), "W", readings);
        }
    }

    private static int busiest(double[] ticks, double[] memory) {
        int best = -1;
        for (int i = 0; i < ticks.length; i++) {
            boolean free = ticks[i] >= 0;
            if (free && (best < 0 || ticks[i] > ticks[best] || ticks[i] == ticks[best] && memory[i] > memory[best])) {
                best = i;
            }
        }
        return best;
    }

    private static void add(String series, Moment now, double value, String unit, List<Reading> readings) {
        readings.add(new Reading(series, now.epochMillis(), value, unit));
    }
}
