package org.boucle.app.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Oracles and data sets that lie beside a developer's checkout and are no part of the product. */
public final class Shared {
    private Shared() {}

    /** A file there; the test is skipped, and says so, where it is absent. */
    public static Path file(String path) {
        String configured = System.getProperty("boucle.shared", System.getenv("BOUCLE_SHARED"));
        Path root = configured == null ? Path.of("..", "..", "shared") : Path.of(configured);
        Path file = root.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "Skipped: " + path + " lies not beside this checkout");
        return file;
    }
}
