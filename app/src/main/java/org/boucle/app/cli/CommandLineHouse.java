package org.boucle.app.cli;

import java.util.Locale;
import org.boucle.app.Wiring;
import org.boucle.app.store.StoreFailure;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import picocli.CommandLine;

/** Runs a command line: results on standard output, errors in the user's language on standard error, exit 0, 1 or 2. */
public final class CommandLineHouse {
    private CommandLineHouse() {}

    public static int execute(CommandLine line, String... arguments) {
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        return line.execute(arguments);
    }

    private static int explain(Exception failure, CommandLine command) {
        switch (failure) {
            case BadInput bad -> {
                Messages messages = Wiring.messages();
                bad.issues().forEach(issue -> command.getErr().println(issue.text(messages, language())));
            }
            case StoreFailure store -> command.getErr().println(store.getMessage());
            case IllegalArgumentException wrong -> command.getErr().println(wrong.getMessage());
            case java.io.UncheckedIOException io -> command.getErr().println(io.getCause());
            case java.io.IOException io -> command.getErr().println(io);
            default -> failure.printStackTrace(command.getErr());
        }
        return 1;
    }

    /** The user's language, from {@code BOUCLE_LANGUAGE}, else {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}. */
    public static Language language() {
        for (String name : new String[] {"BOUCLE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isBlank() && !value.startsWith("C")) {
                return Language.findByCode(value).orElse(Language.EN);
            }
        }
        return Language.findByCode(Locale.getDefault().getLanguage()).orElse(Language.EN);
    }
}
