package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boucle.app.Wiring;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.GeneratedSector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that make, check and convert files of agreements. */
final class FileCommands {
    private FileCommands() {}

    static Language language(Optional<String> code) {
        return code.flatMap(Language::findByCode).orElseGet(CommandLineHouse::language);
    }

    @Command(
            name = "template",
            mixinStandardHelpOptions = true,
            description = "Write an Excel workbook to fill in, prefilled with the note's example 1")
    static final class Template implements Callable<Integer> {
        @Parameters(paramLabel = "FILE.xlsx")
        private Path file;

        @Option(names = "--language", paramLabel = "fr|en", description = "Language of the sheets")
        private Optional<String> language = Optional.empty();

        @Override
        public Integer call() throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                AgreementTemplate.write(language(language), Wiring.messages(), out);
            }
            return 0;
        }
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Say what is wrong in a file, and where")
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = ".xlsx, .yaml, .json, or a folder of CSV files")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Agreement agreement = AgreementFiles.read(file, Conversions.shipped());
            spec.commandLine()
                    .getOut()
                    .println(Wiring.messages()
                            .get(
                                    CommandLineHouse.language(),
                                    "energyindex.cli.checked",
                                    agreement.id(),
                                    agreement.sites().size(),
                                    agreement.years().size()));
            return 0;
        }
    }

    @Command(name = "convert", mixinStandardHelpOptions = true, description = "Write an agreement in another format")
    static final class Convert implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE")
        private Path file;

        @Parameters(index = "1", paramLabel = "TARGET", description = ".xlsx, .yaml, or a folder for CSV files")
        private Path target;

        @Option(names = "--language", paramLabel = "fr|en")
        private Optional<String> language = Optional.empty();

        @Override
        public Integer call() {
            AgreementFiles.write(target, AgreementFiles.read(file, Conversions.shipped()), language(language));
            return 0;
        }
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Write a made-up sector, to try and measure")
    static final class Generate implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "COMPANIESxPOSTSxYEARS", description = "For instance 300x40x12")
        private String size;

        @Parameters(index = "1", paramLabel = "TARGET")
        private Path target;

        @Option(names = "--seed", description = "Same seed, same sector (default: 1)")
        private long seed = 1;

        @Override
        public Integer call() {
            AgreementFiles.write(target, size(size, seed).agreement(), CommandLineHouse.language());
            return 0;
        }
    }

    static GeneratedSector size(String text, long seed) {
        if (!text.matches("[0-9]{1,5}x[0-9]{1,3}x[0-9]{1,2}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a size. Maybe write companies x posts x years, such as 300x40x12.");
        }
        String[] parts = text.split("x");
        return new GeneratedSector(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), seed);
    }
}
