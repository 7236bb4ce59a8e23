package org.boucle.bench.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU of a database server beside this process: a parent and all its children, from /proc. */
final class ServerCpu {
    private static final long NANOS_A_TICK = 10_000_000;

    private ServerCpu() {}

    /** CPU so far in nanoseconds of process {@code pid}, its children and those already ended; 0 for pid 0. */
    static long nanos(long pid) throws IOException {
        if (pid == 0) {
            return 0;
        }
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(p -> p.getFileName().toString().matches("\\d+"))
                    .toList()) {
                ticks += ticks(process, pid);
            }
        }
        return ticks * NANOS_A_TICK;
    }

    private static long ticks(Path process, long pid) {
        try {
            String text = Files.readString(process.resolve("stat"));
            List<String> fields =
                    List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
            boolean self = process.getFileName().toString().equals(Long.toString(pid));
            if (!self && Long.parseLong(fields.get(1)) != pid) {
                return 0;
            }
            long own = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
            return self ? own + Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14)) : own;
        } catch (IOException ended) {
            return 0;
        }
    }
}
