package org.boucle.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.cli.StartLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of every command. Exit codes: 0 done, 1 could not, 2 wrong usage. */
@Command(
        name = "boucle",
        mixinStandardHelpOptions = true,
        version = "boucle 0.1.0",
        description = "Environmental digital twin for industry / Jumeau numérique environnemental de l'industrie")
public final class Boucle implements Runnable {
    private Boucle() {}

    public static void main(String[] arguments) {
        calmLog();
        System.exit(run(arguments));
    }

    /** The log tells what went wrong, not what went well, unless a configuration of its own is given. */
    private static void calmLog() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }

    /** Runs a command as {@link #main} does, without ending the process. */
    public static int run(String... arguments) {
        return StartLine.run(arguments).orElseGet(() -> interpret(arguments));
    }

    private static int interpret(String... arguments) {
        CommandLine line = new CommandLine(new Boucle());
        Wiring.commands().forEach(line::addSubcommand);
        return CommandLineHouse.execute(line, arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
