package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The share of a host that a virtual machine takes, where more is promised to machines than the host has. The share is the
 * larger of those of processor and memory: what the machine keeps others from having.
 *
 * @param vcpus virtual processors of the machine
 * @param hostThreads hardware threads of the host
 * @param memory of the machine, in GB
 * @param hostMemory of the host, in GB
 * @param cpuOvercommit virtual processors promised per hardware thread, 1 for none
 * @param memoryOvercommit GB promised per GB, 1 for none
 */
public record VirtualShare(
        double vcpus,
        double hostThreads,
        double memory,
        double hostMemory,
        double cpuOvercommit,
        double memoryOvercommit) {
    private static final double MOST = 1_000;

    public VirtualShare {
        if (!(vcpus >= 0 && memory >= 0 && hostThreads > 0 && hostMemory > 0)
                || !(cpuOvercommit > 0 && cpuOvercommit <= MOST && memoryOvercommit > 0 && memoryOvercommit <= MOST)
                || vcpus > hostThreads * cpuOvercommit
                || memory > hostMemory * memoryOvercommit) {
            throw new IllegalArgumentException(vcpus + " of " + hostThreads + " threads × " + cpuOvercommit + ", "
                    + memory + " of " + hostMemory + " GB × " + memoryOvercommit
                    + ". Maybe the machine is larger than its host.");
        }
    }

    public double share() {
        return Math.max(vcpus / (hostThreads * cpuOvercommit), memory / (hostMemory * memoryOvercommit));
    }

    /** The machine's part of the impacts of its host, both stages. */
    public Assessment of(Assessment host) {
        return scaled(host, share());
    }

    /** An instance whose host promises so many times what it has: both stages by that much less. */
    public static Assessment overcommitted(Assessment instance, double times) {
        if (!(times >= 1 && times <= MOST)) {
            throw new IllegalArgumentException(
                    "Overcommit of " + times + " lies outside 1 to " + MOST + ". Maybe it is in per cent.");
        }
        return times == 1 ? instance : scaled(instance, 1 / times);
    }

    /** Both stages by a factor. */
    private static Assessment scaled(Assessment whole, double factor) {
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        whole.impacts()
                .forEach((criterion, stages) -> impacts.put(
                        criterion, new StageImpacts(scaled(stages.embedded(), factor), scaled(stages.use(), factor))));
        return new Assessment(impacts, whole.durationHours(), whole.warnings(), whole.explanation());
    }

    private static Impact scaled(Impact impact, double factor) {
        return switch (impact) {
            case Impact.Known known -> new Impact.Known(known.estimate().times(factor), known.notices());
            case Impact.Unknown unknown -> unknown;
        };
    }
}
