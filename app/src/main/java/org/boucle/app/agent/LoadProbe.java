package org.boucle.app.agent;

import java.util.List;
import org.boucle.features.itfootprint.measurement.CpuTimes;
import org.boucle.features.itfootprint.measurement.Reading;

/** Load of processors and memory from {@code /proc/stat}, {@code /proc/loadavg} and {@code /proc/meminfo}. */
final class LoadProbe implements Probe {
    private final SystemTree tree;
    private CpuTimes before = new CpuTimes(0, 0, 0, 0, 0);
    private CpuTimes spent = new CpuTimes(0, 0, 0, 0, 0);
    private long memoryKilobytes;
    private boolean primed;

    LoadProbe(SystemTree tree) {
        this.tree = tree;
    }

    /** Processor time of the whole machine between the last two samples, in ticks. */
    CpuTimes spent() {
        return spent;
    }

    /** Memory of the machine in kB as of the last sample. */
    long memoryKilobytes() {
        return memoryKilobytes;
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        long at = now.epochMillis();
        String stat = tree.text(tree.proc("stat"));
        if (stat.startsWith("cpu ")) {
            int end = stat.indexOf('\n');
            CpuTimes times = CpuTimes.parse(end < 0 ? stat : stat.substring(0, end));
            spent = times.since(before);
            before = times;
            if (primed && spent.total() > 0) {
                readings.add(new Reading("load.cpu", at, spent.percent(spent.busy()), "%"));
                readings.add(new Reading("load.user", at, spent.percent(spent.user()), "%"));
                readings.add(new Reading("load.system", at, spent.percent(spent.system()), "%"));
                readings.add(new Reading("load.waiting", at, spent.percent(spent.waiting()), "%"));
                readings.add(new Reading("load.stolen", at, spent.percent(spent.stolen()), "%"));
            }
            primed = true;
        }
        String average = tree.text(tree.proc("loadavg"));
        int blank = average.indexOf(' ');
        if (blank > 0) {
            readings.add(new Reading("load.average-1min", at, Double.parseDouble(average.substring(0, blank)), "1"));
        }
        String memory = tree.text(tree.proc("meminfo"));
        long total = SystemTree.after(memory, "MemTotal:");
        long available = SystemTree.after(memory, "MemAvailable:");
        if (total > 0 && available >= 0) {
            memoryKilobytes = total;
            readings.add(new Reading("memory.total", at, total / 1024.0, "MiB"));
            readings.add(new Reading("memory.used", at, (total - available) / 1024.0, "MiB"));
        }
    }
}
