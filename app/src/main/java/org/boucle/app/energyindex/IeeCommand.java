package org.boucle.app.energyindex;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code boucle iee}: the energy-efficiency index without a server. */
@Command(
        name = "iee",
        mixinStandardHelpOptions = true,
        description = "Energy-efficiency index of branch agreements / Indice d'efficience énergétique",
        subcommands = {
            FileCommands.Template.class,
            FileCommands.Check.class,
            FileCommands.Convert.class,
            FileCommands.Generate.class,
            IndexCommands.Index.class,
            IndexCommands.Sector.class,
            IndexCommands.Report.class,
            EnpiCommand.class,
            StoreCommands.Import.class,
            StoreCommands.Verify.class
        })
public final class IeeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
