package org.boucle.features.itfootprint.measurement;

/**
 * Processor time since boot as {@code /proc/stat} gives it, in clock ticks summed over all cores.
 *
 * @param user time in user mode, niced processes included
 * @param system time in the kernel, interrupts included
 * @param idle time with nothing to do
 * @param waiting time idle while a disk was awaited
 * @param stolen time that the hypervisor gave to others
 */
public record CpuTimes(long user, long system, long idle, long waiting, long stolen) {

    /** Time since boot in ticks. */
    public long total() {
        return user + system + idle + waiting + stolen;
    }

    /** Time in which this machine worked, in ticks. */
    public long busy() {
        return user + system;
    }

    /** Two intervals together. */
    public CpuTimes plus(CpuTimes other) {
        return new CpuTimes(
                user + other.user,
                system + other.system,
                idle + other.idle,
                waiting + other.waiting,
                stolen + other.stolen);
    }

    /** What passed since an earlier reading; a counter that went back (the kernel lets idle do so) counts as still. */
    public CpuTimes since(CpuTimes earlier) {
        return new CpuTimes(
                Math.max(0, user - earlier.user),
                Math.max(0, system - earlier.system),
                Math.max(0, idle - earlier.idle),
                Math.max(0, waiting - earlier.waiting),
                Math.max(0, stolen - earlier.stolen));
    }

    /** Share of {@code part} in the total in %, 0 where no time has passed. */
    public double percent(long part) {
        long total = total();
        return total == 0 ? 0 : 100.0 * part / total;
    }

    /**
     * Reads the line that begins with {@code cpu } of {@code /proc/stat}: user nice system idle iowait irq softirq
     * steal; kernels older than 2.6.11 give fewer columns, which count as zero.
     */
    public static CpuTimes parse(String line) {
        long[] columns = new long[8];
        int at = line.indexOf(' ');
        for (int i = 0; i < columns.length && at >= 0; i++) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            int end = line.indexOf(' ', at);
            String word = line.substring(at, end < 0 ? line.length() : end);
            columns[i] = word.isEmpty() ? 0 : Long.parseLong(word);
            at = end;
        }
        return new CpuTimes(
                columns[0] + columns[1], columns[2] + columns[5] + columns[6], columns[3], columns[4], columns[7]);
    }
}
