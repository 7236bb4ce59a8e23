package org.boucle.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code boucle demo}: the server on a sample territory, alive. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Start the demonstration on a sample territory")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Override
    public Integer call() {
        return listen.serving(true, store, false).run();
    }
}
