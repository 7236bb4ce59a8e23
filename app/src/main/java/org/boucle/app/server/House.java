package org.boucle.app.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.boucle.app.accounts.Accounts;
import org.boucle.app.sites.Sites;
import org.boucle.app.store.Database;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;

/**
 * What every room shares.
 *
 * @param directory the data directory
 * @param demo whether this is the demonstration: visitors are signed in by themselves
 * @param publicIt whether the digital-footprint API is open without an account
 * @param stopping set when the server ends, so that long answers end too
 * @param ownCost the line of the footer that tells what this server itself has cost, empty until somebody measures it
 */
public record House(
        Path directory,
        Database database,
        Accounts accounts,
        Sites sites,
        Messages messages,
        Clock clock,
        boolean demo,
        boolean publicIt,
        AtomicBoolean stopping,
        AtomicReference<Function<Language, String>> ownCost) {

    public static House of(Path directory, Database database, Messages messages, Clock clock) {
        return new House(
                directory,
                database,
                new Accounts(database, clock),
                new Sites(database),
                messages,
                clock,
                false,
                false,
                new AtomicBoolean(),
                new AtomicReference<>(language -> ""));
    }

    public House withDemo() {
        return new House(directory, database, accounts, sites, messages, clock, true, true, stopping, ownCost);
    }

    public House withPublicIt() {
        return new House(directory, database, accounts, sites, messages, clock, demo, true, stopping, ownCost);
    }
}
