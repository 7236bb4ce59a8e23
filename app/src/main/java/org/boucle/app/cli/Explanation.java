package org.boucle.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.boucle.app.Wiring;
import org.boucle.app.store.StoreFailure;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Messages;

/** Tells a command's user why it could not, in their language where it is their input. */
final class Explanation {
    private Explanation() {}

    static void print(Exception failure, PrintWriter err) {
        switch (failure) {
            case BadInput bad -> {
                Messages messages = Wiring.messages();
                bad.issues().forEach(issue -> err.println(issue.text(messages, CommandLineHouse.language())));
            }
            case StoreFailure store -> err.println(store.getMessage());
            case IllegalArgumentException wrong -> err.println(wrong.getMessage());
            case UncheckedIOException io -> err.println(io.getCause());
            case IOException io -> err.println(io);
            default -> failure.printStackTrace(err);
        }
    }
}
