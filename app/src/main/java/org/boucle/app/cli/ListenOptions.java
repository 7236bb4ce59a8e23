package org.boucle.app.cli;

import picocli.CommandLine.Option;

/** Where the server listens and whether it opens the browser: a mixin of the commands that serve. */
final class ListenOptions {
    @Option(names = "--port", paramLabel = "N", description = "Port (default: 8080; 0 for any free one)")
    private int port = StartLine.PORT;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1, this machine only)")
    private String host = StartLine.HOST;

    @Option(names = "--no-open", description = "Do not open the browser")
    private boolean noOpen;

    @Option(
            names = "--exit-after-start",
            hidden = true,
            description = "End once the first page was served: trains the AOT cache")
    private boolean exitAfterStart;

    Serving serving(boolean demo, StoreOptions store, boolean publicIt) {
        return new Serving(demo, store.directory(), store.jdbcUrl(), host, port, !noOpen, publicIt, exitAfterStart);
    }
}
