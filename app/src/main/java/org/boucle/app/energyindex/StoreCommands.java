package org.boucle.app.energyindex;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.StoreOptions;
import org.boucle.app.server.House;
import org.boucle.app.store.Migrations;
import org.boucle.core.decision.ChainEntry;
import org.boucle.core.decision.HashChain;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands on the store. */
final class StoreCommands {
    private StoreCommands() {}

    private static House open(StoreOptions options) {
        House house = options.open();
        Migrations.run(house.database(), List.of(new Migrations.Migration("house", "001_accounts")));
        Migrations.run(house.database(), EnergyIndexRoom.MIGRATIONS);
        return house;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Take an agreement into the store, all of it or nothing")
    static final class Import implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Mixin
        private StoreOptions store = new StoreOptions();

        @Override
        public Integer call() {
            Agreement agreement = AgreementFiles.read(file, Conversions.shipped());
            House house = open(store);
            try {
                new AgreementStore(house).save(agreement, "boucle iee import");
            } finally {
                house.database().close();
            }
            return 0;
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Check that no decision was changed, removed or inserted; exit 1 where one was")
    static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "AGREEMENT", arity = "0..1", description = "Default: all agreements")
        private Optional<String> agreement = Optional.empty();

        @Option(names = "--head", paramLabel = "HASH", description = "The newest hash that was published before")
        private Optional<String> head = Optional.empty();

        @Mixin
        private StoreOptions store = new StoreOptions();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            House house = open(store);
            try {
                AgreementStore agreements = new AgreementStore(house);
                List<String> ids = agreement
                        .map(List::of)
                        .orElseGet(() ->
                                agreements.list().stream().map(Agreement::id).toList());
                return ids.stream()
                        .mapToInt(id -> verify(house, agreements, id))
                        .max()
                        .orElse(0);
            } finally {
                house.database().close();
            }
        }

        private int verify(House house, AgreementStore agreements, String id) {
            List<ChainEntry> trail = agreements.trail(id);
            Optional<HashChain.Break> fault = HashChain.verify(trail);
            boolean cut =
                    head.isPresent() && trail.stream().noneMatch(e -> e.hash().equals(head.get()));
            String key = fault.isPresent() ? "broken" : cut ? "cut" : "intact";
            spec.commandLine()
                    .getOut()
                    .println(house.messages()
                            .get(
                                    CommandLineHouse.language(),
                                    "energyindex.trail." + key,
                                    id,
                                    Integer.toString(trail.size()),
                                    fault.map(f -> Long.toString(f.sequence())).orElse(""),
                                    HashChain.head(trail)));
            return fault.isPresent() || cut ? 1 : 0;
        }
    }
}
