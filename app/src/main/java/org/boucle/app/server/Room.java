package org.boucle.app.server;

import java.util.List;
import org.boucle.app.accounts.Account;
import org.boucle.app.levers.LeverPractice;
import org.boucle.app.pages.NavigationEntry;
import org.boucle.app.store.Migrations.Migration;

/**
 * One part of the application: its tables, its pages and API, its place in the navigation. The constructor takes the
 * {@link House} and touches nothing; the store is ready at {@link #start()}.
 */
public interface Room {
    /** Also the name of its messages and migrations, for instance {@code territory}. */
    String name();

    default List<Migration> migrations() {
        return List.of();
    }

    default List<NavigationEntry> navigation() {
        return List.of();
    }

    /** Its levers at work, for the matrix on the first page. */
    default List<LeverPractice> levers() {
        return List.of();
    }

    void routes(Routes routes);

    /** Fills the empty store of a demonstration with its sample, once, in the name of the demonstration's account. */
    default void demonstrate(Account demo) {}

    /** Begins its background work, if any. */
    default void start() {}

    /** Ends its background work and keeps what must be kept. */
    default void stop() {}
}
