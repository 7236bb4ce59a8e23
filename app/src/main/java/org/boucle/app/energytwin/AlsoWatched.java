package org.boucle.app.energytwin;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.boucle.app.store.Migrations.Migration;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.alerts.Alert;

/**
 * A watch of another room over the same site.
 *
 * @param migrations the tables it reads
 * @param watch its alerts of a site at a time
 */
public record AlsoWatched(List<Migration> migrations, BiFunction<Site, Instant, List<Alert>> watch) {
    public AlsoWatched {
        migrations = List.copyOf(migrations);
    }
}
