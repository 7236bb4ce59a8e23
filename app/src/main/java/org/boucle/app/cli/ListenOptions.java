package org.boucle.app.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.boucle.app.Wiring;
import org.boucle.app.server.House;
import org.boucle.app.server.Server;
import picocli.CommandLine.Option;

/** Where the server listens and whether it opens the browser: a mixin of the commands that serve. */
public final class ListenOptions {
    @Option(names = "--port", paramLabel = "N", description = "Port (default: 8080; 0 for any free one)")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1, this machine only)")
    private String host = "127.0.0.1";

    @Option(names = "--no-open", description = "Do not open the browser")
    private boolean noOpen;

    @Option(
            names = "--exit-after-start",
            hidden = true,
            description = "End once the first page was served: trains the AOT cache")
    private boolean exitAfterStart;

    /** Serves until the process is told to end; always 0. */
    public int serve(House house) {
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
        if (!noOpen) {
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
