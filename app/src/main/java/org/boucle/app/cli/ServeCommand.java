package org.boucle.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code boucle serve}: the server on the user's own data. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Start the server on your data")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(names = "--public-it", description = "Open the digital-footprint API without an account")
    private boolean publicIt;

    @Override
    public Integer call() {
        return listen.serving(false, store, publicIt).run();
    }
}
