package org.boucle.app.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trees of files that look like a machine's {@code /proc} and {@code /sys}, with the few numbers that a test turns. */
final class FakeMachine {
    static final long RANGE = 262_143_328_850L;
    final Path proc;
    final Path sys;
    long packageMicrojoules = RANGE - 40_000_000;
    long dramMicrojoules = 1_000_000;
    long user = 1000;
    long idle = 9000;
    long postgres = 100;
    long java = 50;

    FakeMachine(Path root) {
        proc = root.resolve("proc");
        sys = root.resolve("sys");
        write(sys, "class/powercap/intel-rapl:0/name", "package-0");
        write(sys, "class/powercap/intel-rapl:0/max_energy_range_uj", Long.toString(RANGE));
        write(sys, "class/powercap/intel-rapl:0:0/name", "dram");
        write(sys, "class/powercap/intel-rapl:0:0/max_energy_range_uj", "65712999613");
        write(sys, "class/powercap/intel-rapl-mmio:0/name", "package-0");
        write(sys, "class/powercap/intel-rapl-mmio:0/max_energy_range_uj", Long.toString(RANGE));
        write(sys, "class/powercap/intel-rapl/enabled", "1");
        write(sys, "class/hwmon/hwmon0/name", "coretemp");
        write(sys, "class/hwmon/hwmon0/temp1_input", "54000");
        write(sys, "class/power_supply/AC/type", "Mains");
        write(sys, "block/sda/size", "1953525168");
        write(sys, "block/sda/queue/rotational", "0");
        write(sys, "fs/cgroup/cpu.stat", "usage_usec 99\n");
        write(sys, "fs/cgroup/system.slice/cpu.stat", "usage_usec 99\n");
        write(sys, "fs/cgroup/system.slice/memory.current", "99");
        write(sys, "fs/cgroup/system.slice/postgresql.service/memory.current", "104857600");
        write(proc, "sys/kernel/hostname", "press-3");
        write(proc, "loadavg", "0.52 0.40 0.30 1/200 4711");
        write(proc, "meminfo", "MemTotal:        8388608 kB\nMemFree: 1 kB\nMemAvailable:    6291456 kB\n");
        write(
                proc,
                "cpuinfo",
                "processor\t: 0\nmodel name\t: Intel(R) Xeon(R) Gold 6134\nphysical id\t: 0\ncpu cores\t: 8\n\n"
                        + "processor\t: 1\nmodel name\t: Intel(R) Xeon(R) Gold 6134\nphysical id\t: 1\ncpu cores\t: 8\n");
        write(proc, "diskstats", "   8 0 sda 10 0 2000 5 20 0 4000 9 0 100 14\n   8 1 sda1 1 0 9 1 1 0 9 1 0 9 1\n");
        write(
                proc,
                "net/dev",
                "Inter-| Receive | Transmit\n face |bytes packets\n"
                        + "    lo: 9 9 0 0 0 0 0 0 9 9 0 0 0 0 0 0\n  eth0: 1000 9 0 0 0 0 0 0 5000 9 0 0 0 0 0 0\n");
        settle();
    }

    /** Writes the numbers as they are now. */
    void settle() {
        write(sys, "class/powercap/intel-rapl:0/energy_uj", Long.toString(packageMicrojoules));
        write(sys, "class/powercap/intel-rapl:0:0/energy_uj", Long.toString(dramMicrojoules));
        write(proc, "stat", "cpu  " + user + " 0 0 " + idle + " 0 0 0 0 0 0\ncpu0 1 1 1 1\n");
        write(proc, "812/stat", process(812, "postgres: writer (x)", postgres, 25_600));
        write(proc, "9001/stat", process(9001, "java", java, 51_200));
        write(
                sys,
                "fs/cgroup/system.slice/postgresql.service/cpu.stat",
                "usage_usec " + postgres * 10_000 + "\nuser_usec 1\n");
    }

    /** Lets five seconds pass: 40 W of package, 4 W of memory, 30 % load of 20 s processor time. */
    void fiveSeconds() {
        packageMicrojoules = (packageMicrojoules + 200_000_000) % RANGE;
        dramMicrojoules += 20_000_000;
        user += 600;
        idle += 1400;
        postgres += 300;
        java += 150;
        settle();
    }

    SystemTree tree() {
        return new SystemTree(proc.toFile(), sys.toFile());
    }

    private static String process(int pid, String command, long ticks, long pages) {
        return pid + " (" + command + ") S 1 1 1 0 -1 4194560 1 2 3 4 " + ticks + " 0 0 0 20 0 1 0 777 123456 " + pages
                + " 18446744073709551615 1 1";
    }

    static void write(Path root, String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
