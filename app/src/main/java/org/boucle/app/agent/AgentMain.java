package org.boucle.app.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.ForeignTools;
import org.boucle.features.itfootprint.measurement.PowerCurve;
import org.boucle.features.itfootprint.measurement.Reading;

/** The command {@code boucle agent}. */
public final class AgentMain {
    private static final int MISUSE = 2;

    private AgentMain() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        try {
            int status = run(AgentOptions.parse(arguments));
            if (status != 0) {
                System.exit(status);
            }
        } catch (AgentOptions.Misused misused) {
            System.err.println(misused.getMessage());
            System.exit(MISUSE);
        }
    }

    private static int run(AgentOptions options) throws InterruptedException, IOException {
        return switch (options.command) {
            case "help" -> AgentHelp.print();
            case "stress" -> stress(options);
            case "fit" -> fit(options.points);
            case "once" -> once(options);
            default -> watch(options);
        };
    }

    private static int watch(AgentOptions options) throws InterruptedException, IOException {
        SystemTree tree = new SystemTree(options.proc, options.sys);
        String host = options.host.isEmpty() ? hostName(tree) : options.host;
        MetricsPage metrics = new MetricsPage(host);
        DiskBuffer buffer = new DiskBuffer(options.buffer, options.bufferMegabytes << 20);
        Agent agent = new Agent(probes(options, tree), buffer, sender(options), metrics, options.site, host);
        Runtime.getRuntime().addShutdownHook(new Closing(buffer));
        if (options.metricsPort >= 0) {
            MetricsServer server = new MetricsServer(options.metricsAddress, options.metricsPort, metrics);
            daemon("metrics", server);
            System.out.println("metrics on port ".concat(Integer.toString(server.port())));
        }
        daemon("delivery", new Delivery(agent, metrics, options, tree));
        long start = System.nanoTime();
        long period = options.everyMillis * 1_000_000;
        long sinceSync = 0;
        for (long k = 1; ; k++) {
            Moment now = Moment.now();
            agent.step(now);
            if (options.tell) {
                System.out.println("kept ".concat(Moment.iso(now.epochMillis())));
            }
            sinceSync += options.everyMillis;
            if (sinceSync >= 60_000) {
                buffer.sync();
                sinceSync = 0;
            }
            long rest = start + k * period - System.nanoTime();
            if (rest > 0) {
                Thread.sleep(rest / 1_000_000, (int) (rest % 1_000_000));
            } else {
                k += -rest / period;
            }
        }
    }

    /** Two samples one second apart, printed. */
    private static int once(AgentOptions options) throws InterruptedException, IOException {
        options.consumersEveryMillis = 1;
        SystemTree tree = new SystemTree(options.proc, options.sys);
        List<Probe> probes = probes(options, tree);
        List<Reading> readings = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            readings.clear();
            Moment now = Moment.now();
            for (Probe probe : probes) {
                probe.sample(now, readings);
            }
            if (round == 0) {
                Thread.sleep(Math.min(1000, options.everyMillis));
            }
        }
        for (Reading reading : readings) {
            System.out.printf(Locale.ROOT, "%-44s %14.3f %s%n", reading.series(), reading.value(), reading.unit());
        }
        return 0;
    }

    private static int stress(AgentOptions options) throws InterruptedException {
        SystemTree tree = new SystemTree(options.proc, options.sys);
        LoadProbe load = new LoadProbe(tree);
        List<Probe> meters = meters(options, tree);
        System.out.println("Loading the machine in steps; nothing else should run on it.");
        List<StressPlan.Point> points = new StressPlan(meters, load, options.stepMillis).run();
        for (StressPlan.Point point : points) {
            System.out.printf(
                    Locale.ROOT,
                    "wanted %3d %%  load %6.2f %%  %8.2f W%n",
                    point.wanted(),
                    point.load(),
                    point.watts());
        }
        return print(StressPlan.fit(points));
    }

    /** Fits the curve to lines that Energizta wrote. */
    private static int fit(File file) throws IOException {
        List<StressPlan.Point> points = new ArrayList<>();
        for (String line : Files.readAllLines(file.toPath(), StandardCharsets.UTF_8)) {
            Optional<double[]> point = ForeignTools.energiztaPoint(line);
            if (point.isPresent()) {
                points.add(new StressPlan.Point((int) point.get()[0], point.get()[0], point.get()[1]));
            }
        }
        return print(StressPlan.fit(points));
    }

    private static int print(Optional<PowerCurve.Fit> fit) {
        if (fit.isEmpty()) {
            System.err.println(
                    "No curve: fewer than three different loads were measured. Maybe no meter of this machine"
                            + " tells its power: run as root for RAPL, or give --shelly or --meter-topic.");
            return 1;
        }
        PowerCurve curve = fit.get().curve();
        System.out.printf(
                Locale.ROOT,
                "P(w) = %.4f ln(w + %.4f) %+.4f W, w in %%; rmse %.2f W, r2 %.4f, %d points%n",
                curve.scale(),
                curve.shift(),
                curve.offset(),
                fit.get().rmse(),
                fit.get().r2(),
                fit.get().points());
        System.out.printf(
                Locale.ROOT,
                "idle %.1f W, half %.1f W, full %.1f W%n",
                curve.watts(0),
                curve.watts(50),
                curve.watts(100));
        return 0;
    }

    /** Meters first, consumers last: they divide what the others read. */
    static List<Probe> probes(AgentOptions options, SystemTree tree) {
        List<Probe> probes = meters(options, tree);
        LoadProbe load = new LoadProbe(tree);
        probes.add(load);
        probes.add(new TrafficProbe(tree));
        for (File followed : options.followed) {
            probes.add(new FollowProbe(followed));
        }
        if (options.consumers > 0) {
            probes.add(new ConsumerProbe(
                    tree, load, options.consumers, options.idleWatts, options.consumersEveryMillis / 1e3));
        }
        return probes;
    }

    private static List<Probe> meters(AgentOptions options, SystemTree tree) {
        List<Probe> probes = new ArrayList<>();
        probes.add(new RaplProbe(tree));
        probes.add(new SensorProbe(tree));
        if (options.ipmi && new File("/dev/ipmi0").exists()) {
            probes.add(new IpmiProbe(new String[] {"ipmitool", "dcmi", "power", "reading"}, 30));
        }
        if (options.shelly.isPresent()) {
            probes.add(MeterProbe.shelly(options.shelly.get()));
        }
        for (java.net.URI exporter : options.exporters) {
            probes.add(MeterProbe.exporter(exporter));
        }
        if (!options.meterTopic.isEmpty()) {
            if (options.broker.isEmpty()) {
                throw new AgentOptions.Misused("--meter-topic needs --mqtt with the broker's address");
            }
            MqttMeterProbe meter = new MqttMeterProbe(options.broker.get(), options.meterTopic);
            daemon("meter", meter);
            probes.add(meter);
        }
        return probes;
    }

    /** MQTT where a broker is given, else HTTP where the twin's address is, else nobody but the page of metrics. */
    private static Optional<Sender> sender(AgentOptions options) {
        if (options.broker.isPresent()) {
            return Optional.of(new MqttSender(options.broker.get()));
        }
        return options.twin.isPresent()
                ? Optional.of(new HttpSender(options.twin.get(), options.token))
                : Optional.empty();
    }

    private static String hostName(SystemTree tree) {
        String name = tree.text(tree.proc("sys/kernel/hostname"));
        return name.isEmpty() ? "host" : name;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static final class Closing extends Thread {
        private final DiskBuffer buffer;

        Closing(DiskBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public void run() {
            buffer.close();
        }
    }
}
