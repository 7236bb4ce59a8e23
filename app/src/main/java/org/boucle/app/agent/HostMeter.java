package org.boucle.app.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.measurement.CpuTimes;
import org.boucle.features.itfootprint.measurement.MeasuredMachine;
import org.boucle.features.itfootprint.measurement.Reading;

/** The agent's probes for a program that wants to know what it takes of the machine it runs on. */
public final class HostMeter {
    private static final double PAGE_KILOBYTES = 4;
    private final SystemTree tree;
    private final List<Probe> meters;
    private final LoadProbe load;
    private double ownTicks = -1;
    private long written = -1;

    /**
     * What passed since the last sample.
     *
     * @param watts power of the machine, empty where no meter speaks
     * @param machineLoad load of all processors, 0 to 1
     * @param ownLoad this program's part of all processors, 0 to 1
     * @param memoryShare this program's part of the memory, 0 to 1
     * @param writtenBytes bytes that it wrote and that did not go to a disk: what it sent, as far as the kernel tells
     */
    public record Sample(
            OptionalDouble watts, double machineLoad, double ownLoad, double memoryShare, long writtenBytes) {}

    /**
     * What the machine is made of.
     *
     * @param virtual whether the kernel says that a hypervisor runs it
     */
    public record Machine(
            String processor,
            int processors,
            int sockets,
            int coresPerSocket,
            int memoryGigabytes,
            long solidStateGigabytes,
            long spinningGigabytes,
            boolean virtual) {}

    public HostMeter(File proc, File sys) {
        tree = new SystemTree(proc, sys);
        meters = List.of(new RaplProbe(tree), new SensorProbe(tree));
        load = new LoadProbe(tree);
    }

    /** The machine; processors are those the kernel schedules on. */
    public Machine machine() {
        Hardware hardware = Hardware.of(tree);
        boolean virtual = tree.text(tree.proc("cpuinfo")).contains(" hypervisor");
        return new Machine(
                hardware.processor(),
                Runtime.getRuntime().availableProcessors(),
                hardware.sockets(),
                hardware.coresPerSocket(),
                hardware.memoryGigabytes(),
                hardware.solidStateGigabytes(),
                hardware.spinningGigabytes(),
                virtual);
    }

    /** Reads the kernel's counters; empty at the first call and where the kernel tells nothing. */
    public Optional<Sample> sample() {
        List<Reading> readings = new ArrayList<>();
        Moment now = Moment.now();
        load.sample(now, readings);
        for (Probe meter : meters) {
            meter.sample(now, readings);
        }
        String stat = tree.text(tree.proc("self/stat"));
        String[] words = SystemTree.words(stat.substring(stat.lastIndexOf(')') + 1));
        CpuTimes spent = load.spent();
        if (words.length < 22 || spent.total() == 0) {
            return Optional.empty();
        }
        double ticks = Double.parseDouble(words[11]) + Double.parseDouble(words[12]);
        String io = tree.text(tree.proc("self/io"));
        long bytes = Math.max(0, SystemTree.after(io, "wchar:") - Math.max(0, SystemTree.after(io, "write_bytes:")));
        double used = ownTicks < 0 ? 0 : Math.max(0, ticks - ownTicks);
        long wrote = written < 0 ? 0 : Math.max(0, bytes - written);
        boolean first = ownTicks < 0;
        ownTicks = ticks;
        written = bytes;
        double own = share(used, spent.total());
        double memory = share(Double.parseDouble(words[21]) * PAGE_KILOBYTES, Math.max(1, load.memoryKilobytes()));
        double machine = Math.max(own, share(spent.busy(), spent.total()));
        Optional<MeasuredMachine.Power> power = MeasuredMachine.of(readings);
        OptionalDouble watts = power.isPresent() ? OptionalDouble.of(power.get().watts()) : OptionalDouble.empty();
        return first ? Optional.empty() : Optional.of(new Sample(watts, machine, own, memory, wrote));
    }

    private static double share(double part, double whole) {
        return Math.clamp(part / whole, 0, 1);
    }
}
