package org.boucle.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.boucle.app.server.House;
import picocli.CommandLine.Option;

/** Where the data lies: a mixin of every command that opens the store. */
public final class StoreOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: boucle-data)")
    private Path directory = StartLine.DIRECTORY;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "PostgreSQL store, instead of SQLite in the data directory")
    private String jdbcUrl;

    /** Opens the store, making the directory where it is missing. */
    public House open() {
        return Serving.house(directory, jdbcUrl());
    }

    Optional<String> jdbcUrl() {
        return Optional.ofNullable(jdbcUrl);
    }

    public Path directory() {
        return directory;
    }

    public StoreOptions withDirectory(Path other) {
        directory = other;
        return this;
    }
}
