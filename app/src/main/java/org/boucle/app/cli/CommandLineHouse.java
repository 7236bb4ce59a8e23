package org.boucle.app.cli;

import java.util.Locale;
import org.boucle.core.text.Language;
import picocli.CommandLine;

/** Runs a command line: results on standard output, errors in the user's language on standard error, exit 0, 1 or 2. */
public final class CommandLineHouse {
    private CommandLineHouse() {}

    public static int execute(CommandLine line, String... arguments) {
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Explanation.print(failure, command.getErr());
            return 1;
        });
        return line.execute(arguments);
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
