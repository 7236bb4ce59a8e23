package org.boucle.app.home;

import java.lang.management.ManagementFactory;
import org.boucle.app.server.Exchange;

/** The server's own figures in OpenMetrics text. */
final class Metrics {
    private Metrics() {}

    static void answer(Exchange exchange) {
        Runtime runtime = Runtime.getRuntime();
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        StringBuilder text = new StringBuilder();
        gauge(text, "boucle_heap_used_bytes", "Heap in use", runtime.totalMemory() - runtime.freeMemory());
        gauge(
                text,
                "boucle_uptime_seconds",
                "Time since start",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        text.append("# TYPE boucle_cpu_seconds counter\n# HELP boucle_cpu_seconds CPU time of this process\n")
                .append("boucle_cpu_seconds_total ")
                .append(system.getProcessCpuTime() / 1e9)
                .append('\n');
        text.append("# EOF\n");
        exchange.send(200, "application/openmetrics-text; version=1.0.0; charset=utf-8", text.toString());
    }

    private static void gauge(StringBuilder text, String name, String help, double value) {
        text.append("# TYPE ")
                .append(name)
                .append(" gauge\n# HELP ")
                .append(name)
                .append(' ')
                .append(help)
                .append('\n')
                .append(name)
                .append(' ')
                .append(value)
                .append('\n');
    }
}
