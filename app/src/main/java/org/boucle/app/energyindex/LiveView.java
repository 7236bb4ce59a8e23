package org.boucle.app.energyindex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Cusum;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.YearToDate;

/** What the live page shows. */
public record LiveView(Agreement agreement, Site site, int year, List<Row> links, Optional<YearToDate> now) {

    /** A link as it is told. */
    public record Row(String post, long series, String name, String unit, String vector) {}

    static LiveView of(SiteVersion at, int year, List<LiveLinks.Link> links, Optional<YearToDate> now) {
        List<Row> rows = links.stream()
                .map(l -> new Row(
                        l.post(),
                        l.series().id(),
                        LiveLinks.name(l.series()),
                        l.series().unit(),
                        l.vector()))
                .toList();
        return new LiveView(at.agreement(), at.site(), year, rows, now);
    }

    /** The drift of a post, if it has run long enough to be judged. */
    public Optional<YearToDate.PostDrift> drift(String post) {
        return now.flatMap(
                ytd -> ytd.drifts().stream().filter(d -> d.post().equals(post)).findFirst());
    }

    /** The drift whose chart is shown: a rising one first. */
    public Optional<YearToDate.PostDrift> worst() {
        return now.flatMap(ytd -> ytd.drifts().stream()
                .filter(d -> d.now() == Cusum.Drift.UP)
                .findFirst()
                .or(() -> ytd.drifts().stream().findFirst()));
    }

    /** The date of a day of the year, counted from 0. */
    public LocalDate date(int day) {
        return LocalDate.of(year, 1, 1).plusDays(day);
    }
}
