package org.boucle.app.cloudscan;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.CloudImpacts.Assessed;
import org.boucle.features.itfootprint.service.CloudResource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code boucle cloud}: commands on cloud accounts. */
@Command(
        name = "cloud",
        mixinStandardHelpOptions = true,
        description = "Footprint of a cloud account / Empreinte d'un compte cloud",
        subcommands = CloudCommand.ScanCommand.class)
public final class CloudCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }

    /** How the result is printed. */
    enum Form {
        json,
        metrics,
        table,
        inventory
    }

    /** {@code boucle cloud scan}. */
    @Command(
            name = "scan",
            mixinStandardHelpOptions = true,
            description = "Instances and volumes of a cloud account, their impacts and what could be done about them")
    static final class ScanCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = {"-a", "--aws-region"},
                description = "AWS region to scan (eu-west-3)")
        private String region = "eu-west-3";

        @Option(names = "--endpoint", description = "another address than Amazon's")
        private Optional<URI> endpoint = Optional.empty();

        @Option(names = "--inventory-file", description = "an inventory in cloud-scanner's JSON instead of an account")
        private Optional<Path> inventory = Optional.empty();

        @Option(names = "--focus", description = "a FOCUS bill (CSV) instead of an account")
        private Optional<Path> focus = Optional.empty();

        @Option(
                names = {"-u", "--use-duration-hours"},
                description = "hours of use that are assessed (1)")
        private double hours = 1;

        @Option(names = "--load-window", description = "hours before now over which load is averaged (24)")
        private int window = 24;

        @Option(
                names = {"-t", "--filter-tags"},
                description = "only resources with this tag, as name=value")
        private List<String> tags = List.of();

        @Option(names = "--include-block-storage", description = "list volumes too")
        private boolean volumes;

        @Option(names = "--format", description = "json, metrics, table or inventory (table)")
        private Form form = Form.table;

        @Override
        public Integer call() throws IOException {
            if (!(hours > 0) || window <= 0) {
                throw new CommandLine.ParameterException(spec.commandLine(), "Hours must be positive");
            }
            List<CloudResource> resources =
                    resources().stream().filter(this::isWanted).toList();
            PrintWriter out = spec.commandLine().getOut();
            if (form == Form.inventory) {
                out.println(Json.write(java.util.Map.of(
                        "metadata",
                        java.util.Map.of("inventory_date", Instant.now().toString()),
                        "resources",
                        resources.stream().map(InventoryJson::write).toList())));
            } else {
                print(Scan.of(resources, hours), out);
            }
            out.flush();
            return 0;
        }

        private List<CloudResource> resources() throws IOException {
            if (inventory.isPresent()) {
                return InventoryJson.read(Json.read(Files.readString(inventory.get())));
            }
            if (focus.isPresent()) {
                try (Reader reader = Files.newBufferedReader(focus.get())) {
                    FocusBill.Content bill =
                            FocusBill.read(focus.get().getFileName().toString(), reader);
                    spec.commandLine().getErr().println(bill.linesLeftOut() + " lines are no instance-hours");
                    return bill.resources();
                }
            }
            try (AwsAccount account = AwsAccount.open(region, endpoint)) {
                return account.resources(Duration.ofHours(window), Instant.now(), volumes);
            }
        }

        private boolean isWanted(CloudResource resource) {
            return tags.stream().allMatch(tag -> {
                int equals = tag.indexOf('=');
                String value = equals < 0 ? "" : tag.substring(equals + 1);
                String name = equals < 0 ? tag : tag.substring(0, equals);
                return resource.tags().containsKey(name)
                        && (equals < 0 || resource.tags().get(name).equals(value));
            });
        }

        private void print(Scan scan, PrintWriter out) {
            switch (form) {
                case json, inventory -> out.println(Json.write(ScanOutput.json(scan)));
                case metrics -> out.print(ScanOutput.metrics(scan));
                case table -> table(scan, out);
            }
        }

        private static void table(Scan scan, PrintWriter out) {
            for (Assessed one : scan.assessed()) {
                String climate = one.isKnown()
                        ? String.format(
                                Locale.ROOT,
                                "%10.4f",
                                one.total(Criterion.GWP).orElse(Estimate.ZERO).value())
                        : "unknown " + one.unknown();
                out.printf(
                        Locale.ROOT,
                        "%-24s %-16s %-14s %10.1f h %s%n",
                        one.resource().id(),
                        Scan.type(one.resource()),
                        one.resource().region(),
                        one.hours(),
                        climate);
            }
            out.printf(
                    Locale.ROOT,
                    "%d of %d assessed, %.4f kgCO2eq%n",
                    scan.known(),
                    scan.assessed().size(),
                    scan.total(Criterion.GWP).value());
            scan.advice()
                    .forEach(advice -> out.printf(
                            Locale.ROOT,
                            "%-14s %-24s %s -> %s saves %.4f kgCO2eq%n",
                            advice.kind().name().toLowerCase(Locale.ROOT),
                            advice.resource().id(),
                            advice.from(),
                            advice.to(),
                            advice.saving()));
        }
    }
}
