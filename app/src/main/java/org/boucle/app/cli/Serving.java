package org.boucle.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.boucle.app.Wiring;
import org.boucle.app.server.House;
import org.boucle.app.server.Server;

/**
 * What {@code boucle serve} and {@code boucle demo} were asked to do; {@link #run()} does it.
 *
 * @param demo whether the sample territory comes alive
 * @param port 0 for any free one
 * @param exitAfterStart end once the first page was served: trains the start-up cache
 */
record Serving(
        boolean demo,
        Path directory,
        Optional<String> jdbcUrl,
        String host,
        int port,
        boolean open,
        boolean publicIt,
        boolean exitAfterStart) {

    /** Opens the store of a directory, making it where it is missing. */
    static House house(Path directory, Optional<String> jdbcUrl) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Wiring.house(directory, jdbcUrl);
    }

    /** Serves until the process is told to end; always 0. */
    int run() {
        House plain = house(directory, jdbcUrl);
        House house = demo ? plain.withDemo() : publicIt ? plain.withPublicIt() : plain;
        Server server = Wiring.server(house, host, port);
        server.start();
        String address = "http://" + host + ":" + server.port() + "/";
        System.err.println("Boucle: " + address);
        if (exitAfterStart) {
            FirstPage.load(address);
            server.close();
            return 0;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ended.countDown();
        }));
        if (open) {
            openBrowser(address);
        }
        try {
            ended.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void openBrowser(String address) {
        String opener = System.getProperty("os.name").startsWith("Mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(opener, address)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            System.err.println("Open it in your browser.");
        }
    }
}
