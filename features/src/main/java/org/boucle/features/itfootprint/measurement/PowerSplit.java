package org.boucle.features.itfootprint.measurement;

/**
 * Divides the power of a machine between those who use it. The parts add up to the whole.
 *
 * <p>What the machine draws above idle goes by processor time; what it draws at idle goes by resident memory, because a
 * process that sleeps still keeps memory refreshed and the machine switched on. What no consumer accounts for (the
 * kernel, processes that ended between two readings, free memory) stays with the last entry, "the rest".
 */
public final class PowerSplit {
    private PowerSplit() {}

    /**
     * @param watts power of the machine
     * @param idleWatts power of the machine with nothing to do; what exceeds {@code watts} is ignored
     * @param cpu processor time of each consumer within the interval, any unit
     * @param busyCpu processor time of the whole machine within the interval, same unit
     * @param memory resident memory of each consumer, any unit
     * @param allMemory memory of the machine, same unit
     * @return watts of each consumer, then of the rest; the sum is {@code watts}
     */
    public static double[] split(
            double watts, double idleWatts, double[] cpu, double busyCpu, double[] memory, double allMemory) {
        if (watts < 0 || idleWatts < 0 || cpu.length != memory.length) {
            throw new IllegalArgumentException("watts and idleWatts must be >= 0 and cpu and memory as long as each "
                    + "other, were " + watts + ", " + idleWatts + ", " + cpu.length + ", " + memory.length);
        }
        double idle = Math.min(idleWatts, watts);
        double active = watts - idle;
        double cpuWhole = Math.max(busyCpu, sum(cpu));
        double memoryWhole = Math.max(allMemory, sum(memory));
        double[] parts = new double[cpu.length + 1];
        double given = 0;
        for (int i = 0; i < cpu.length; i++) {
            double byCpu = cpuWhole > 0 ? active * cpu[i] / cpuWhole : 0;
            double byMemory = memoryWhole > 0 ? idle * memory[i] / memoryWhole : 0;
            parts[i] = byCpu + byMemory;
            given += parts[i];
        }
        parts[cpu.length] = Math.max(0, watts - given);
        return parts;
    }

    private static double sum(double[] values) {
        double total = 0;
        for (double value : values) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("A consumer's share must be >= 0, was " + value);
            }
            total += value;
        }
        return total;
    }
}
