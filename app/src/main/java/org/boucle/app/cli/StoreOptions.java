package org.boucle.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.boucle.app.Wiring;
import org.boucle.app.server.House;
import picocli.CommandLine.Option;

/** Where the data lies: a mixin of every command that opens the store. */
public final class StoreOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: boucle-data)")
    private Path directory = Path.of("boucle-data");

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "PostgreSQL store, instead of SQLite in the data directory")
    private String jdbcUrl;

    /** Opens the store, making the directory where it is missing. */
    public House open() {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Wiring.house(directory, Optional.ofNullable(jdbcUrl));
    }

    public Path directory() {
        return directory;
    }

    public StoreOptions withDirectory(Path other) {
        directory = other;
        return this;
    }
}
