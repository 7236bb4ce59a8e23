package org.boucle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

class StartLineTest {
    /** The same options as {@code serve} and {@code demo}, read by the library. */
    @Command(name = "serve")
    static final class Library {
        @Mixin
        StoreOptions store = new StoreOptions();

        @Mixin
        ListenOptions listen = new ListenOptions();

        @Option(names = "--public-it")
        boolean publicIt;
    }

    private static Optional<Serving> byLibrary(List<String> words) {
        Library read = new Library();
        boolean demo = words.getFirst().equals("demo");
        try {
            new CommandLine(read).parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        } catch (ParameterException refused) {
            return Optional.empty();
        }
        return demo && read.publicIt
                ? Optional.empty()
                : Optional.of(read.listen.serving(demo, read.store, read.publicIt));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> word = Arbitraries.of(
                "--port",
                "--port=80",
                "8080",
                "0",
                "99999",
                "-1",
                "x",
                "--host",
                "127.0.0.1",
                "--data",
                "a/b",
                "a b",
                "--db",
                "jdbc:postgresql://h/d?user=u",
                "--no-open",
                "--public-it",
                "--exit-after-start",
                "--help",
                "--nope",
                "\"q\"",
                "${sys:user.dir}",
                "@file",
                "");
        Arbitrary<String> command = Arbitraries.of("serve", "demo");
        return command.flatMap(first -> word.list().ofMaxSize(6).map(rest -> {
            List<String> line = new java.util.ArrayList<>(List.of(first));
            line.addAll(rest);
            return line;
        }));
    }

    @Property(tries = 5000)
    void readsAsTheLibraryDoesOrLeavesItTheLine(@ForAll("lines") List<String> words) {
        StartLine.find(words.toArray(String[]::new))
                .ifPresent(quick -> assertThat(Optional.of(quick)).isEqualTo(byLibrary(words)));
    }

    @Test
    void readsEveryPlainOption() {
        assertThat(StartLine.find(
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        "d",
                        "--db",
                        "jdbc:x",
                        "--host",
                        "::1",
                        "--no-open",
                        "--public-it"))
                .contains(new Serving(
                        false, java.nio.file.Path.of("d"), Optional.of("jdbc:x"), "::1", 0, false, true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --help",
                "demo --public-it",
                "serve --port",
                "serve --port 1 --port 2",
                "it clouds",
                "serve --port -5"
            })
    void leavesTheRestToTheLibrary(String line) {
        assertThat(StartLine.find(line.split(" "))).isEmpty();
    }
}
