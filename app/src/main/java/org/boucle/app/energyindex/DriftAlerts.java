package org.boucle.app.energyindex;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.core.twin.Site;
import org.boucle.features.energyindex.Cusum;
import org.boucle.features.energyindex.YearToDate;
import org.boucle.features.energyindex.YearToDate.PostDrift;
import org.boucle.features.energytwin.alerts.Alert;

/** The rising drifts of the index's posts as alerts of the site whose meters show them. */
final class DriftAlerts {
    private final Desk desk;
    private final LiveLinks links;

    DriftAlerts(Desk desk, LiveLinks links) {
        this.desk = desk;
        this.links = links;
    }

    List<Alert> of(Site site, Instant now) {
        List<Alert> alerts = new ArrayList<>();
        int year = now.atZone(site.timeZone()).getYear();
        for (SiteVersion at : linked()) {
            boolean here =
                    links.of(at).stream().anyMatch(link -> link.series().site().equals(site.id()));
            Optional<YearToDate> known = here ? links.yearToDate(at, year) : Optional.empty();
            known.ifPresent(ytd -> ytd.drifts().stream()
                    .filter(drift -> drift.now() == Cusum.Drift.UP && drift.since() >= 0)
                    .forEach(drift -> alerts.add(alert(at, drift, year, site.timeZone()))));
        }
        return alerts;
    }

    private List<SiteVersion> linked() {
        return desk
                .house()
                .database()
                .read(sql -> sql.list(
                        "SELECT DISTINCT agreement, site FROM energyindex_link",
                        row -> List.of(row.getString(1), row.getString(2))))
                .stream()
                .flatMap(key -> desk.store().findSite(key.get(0), key.get(1)).stream())
                .toList();
    }

    /** From the day on which it was first seen to the last day with production; its value is the mean since. */
    private static Alert alert(SiteVersion at, PostDrift drift, int year, ZoneId zone) {
        List<Cusum.Step> since = drift.steps().stream()
                .filter(step -> step.index() >= drift.since())
                .toList();
        double mean = since.stream().mapToDouble(Cusum.Step::value).average().orElse(drift.usual());
        LocalDate first = LocalDate.of(year, 1, 1);
        int last = since.isEmpty() ? drift.since() : since.getLast().index();
        return new Alert(
                Alert.Kind.INDEX_DRIFT,
                at.agreement().id() + " › " + at.site().id() + " › " + drift.post(),
                first.plusDays(drift.since()).atStartOfDay(zone).toInstant(),
                first.plusDays(last + 1L).atStartOfDay(zone).toInstant(),
                mean,
                drift.usual(),
                at.agreement().energyUnit().symbol(),
                0);
    }
}
