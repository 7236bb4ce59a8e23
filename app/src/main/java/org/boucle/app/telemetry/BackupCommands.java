package org.boucle.app.telemetry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.boucle.app.Wiring;
import org.boucle.app.cli.ResultFormat;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boucle backup}, {@code restore} and {@code verify}. */
public final class BackupCommands {
    private BackupCommands() {}

    /** {@code boucle backup FILE}: also while the server runs. */
    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Write the whole store into one file, also while the server runs")
    public static final class Take implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The backup, a SQLite file")
        private Path file = Path.of("boucle-backup.db");

        @Mixin
        private StoreOptions storeOptions = new StoreOptions();

        @Override
        public Integer call() {
            House house = storeOptions.open();
            try {
                Wiring.migrate(house);
                Backup.take(house.database(), file.toAbsolutePath(), Wiring::migrate);
                System.out.println(file);
                return 0;
            } finally {
                house.database().close();
            }
        }
    }

    /** {@code boucle restore FILE}. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Replace the store by a backup; stop the server first")
    public static final class Restore implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A backup")
        private Path file = Path.of("boucle-backup.db");

        @Option(
                names = "--yes",
                required = true,
                description = "Say that everything in the present store may be replaced")
        private boolean yes;

        @Mixin
        private StoreOptions storeOptions = new StoreOptions();

        @Override
        public Integer call() {
            House house = storeOptions.open();
            try {
                long rows = Backup.restore(file.toAbsolutePath(), house.database(), Wiring::migrate);
                System.out.println(rows);
                return 0;
            } finally {
                house.database().close();
            }
        }
    }

    /** {@code boucle verify}: 0 where all is well, 1 with the faults. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Read everything in the store and say what is damaged")
    public static final class Verify implements Callable<Integer> {
        @Mixin
        private StoreOptions storeOptions = new StoreOptions();

        @Option(names = "--format", paramLabel = "json|csv|table", description = "Form of the result (default: table)")
        private ResultFormat format = ResultFormat.table;

        @Override
        public Integer call() {
            House house = storeOptions.open();
            try {
                Wiring.migrate(house);
                Verification found = TelemetryStore.open(house.database()).verify();
                List<String> faults = new ArrayList<>(Backup.integrity(house.database()));
                faults.addAll(found.faults());
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("series", found.series());
                result.put("chunks", found.chunks());
                result.put("points", found.points());
                result.put("faults", faults);
                switch (format) {
                    case json -> System.out.println(Json.write(result));
                    case csv -> {
                        System.out.println("fault");
                        faults.forEach(System.out::println);
                    }
                    case table -> result.forEach((name, value) -> System.out.println(name + ": " + value));
                }
                return faults.isEmpty() ? 0 : 1;
            } finally {
                house.database().close();
            }
        }
    }
}
