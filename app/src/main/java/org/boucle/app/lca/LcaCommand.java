package org.boucle.app.lca;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code boucle lca}: the group of commands on raw life-cycle matrices. */
@Command(
        name = "lca",
        mixinStandardHelpOptions = true,
        description = "Solve life-cycle matrices",
        subcommands = {InventoryCommand.class, SampleCommand.class})
public final class LcaCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }
}
