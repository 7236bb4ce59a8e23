package org.boucle.app.territory;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.NotFound;
import org.boucle.app.store.Sql;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.life.Stage;
import org.boucle.features.territory.life.Synergy;
import org.boucle.features.territory.metering.MeteredYear;

/** Fills flows and running exchanges from the meters of the sites, and keeps them up to date. */
final class MeterDesk {
    private static final long HOUR = 3_600_000;
    private static final int YEAR_HOURS = 365 * 24;
    /** A change below this share is no news: a plan made from the old figure stands. */
    private static final double NO_NEWS = 0.002;

    private final TerritoryDesk desk;
    private final TelemetryStore telemetry;

    MeterDesk(TerritoryDesk desk, TelemetryStore telemetry) {
        this.desk = desk;
        this.telemetry = telemetry;
    }

    Optional<MeterStore.Link> find(String subject) {
        return desk.house().database().read(sql -> MeterStore.find(sql, subject));
    }

    List<MeterStore.Link> list() {
        return desk.house().database().read(MeterStore::list);
    }

    /** The series of the given sites that can tell an amount of a kind, with or without a factor of the user's. */
    List<SeriesInfo> choices(List<Site> sites) {
        List<String> ids = sites.stream().map(Site::id).toList();
        return telemetry.series().list().stream()
                .filter(info -> ids.contains(info.site()))
                .filter(info -> switch (info.medium()) {
                    case WEATHER, TEMPERATURE -> false;
                    default -> true;
                })
                .toList();
    }

    /** Makes a series tell a flow, at once and from now on. */
    void linkFlow(Flow flow, List<Site> sites, String series, double factor, String account) {
        SeriesInfo info = series(sites, series);
        MeterStore.Link link = link(MeterStore.ofFlow(flow.id()), info, factor);
        perUnit(info, flow.kind(), factor);
        MeteredYear year = year(link, flow.kind())
                .orElseThrow(() ->
                        BadInput.of(Place.ofField("series"), "territory.meter.short", series, MeteredYear.FEWEST_DAYS));
        desk.house().database().change(sql -> {
            keep(sql, link, flow, year);
            desk.house().accounts().audit(sql, account, "territory.meter", flow.id(), link.text());
        });
        desk.changed();
    }

    /** Makes a series tell what a running exchange carries. */
    void linkSynergy(String token, FlowKind kind, List<Site> sites, String series, double factor, String account) {
        SeriesInfo info = series(sites, series);
        perUnit(info, kind, factor);
        MeterStore.Link link = link(MeterStore.ofSynergy(token), info, factor);
        desk.house().database().change(sql -> {
            MeterStore.save(sql, link);
            desk.house().accounts().audit(sql, account, "territory.meter", token, "");
        });
        refresh();
    }

    void unlink(String subject, String account) {
        desk.house().database().change(sql -> {
            if (MeterStore.remove(sql, subject) == 0) {
                throw new NotFound("meter");
            }
            desk.house()
                    .accounts()
                    .audit(sql, account, "territory.meter.removed", subject.replaceFirst(".*?:", ""), "");
        });
    }

    private static MeterStore.Link link(String subject, SeriesInfo info, double factor) {
        return new MeterStore.Link(subject, info.site(), info.name(), factor, 0, List.of(), Instant.EPOCH);
    }

    private SeriesInfo series(List<Site> sites, String text) {
        return choices(sites).stream()
                .filter(info -> (info.site() + "/" + info.name()).equals(text))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofField("series"), "territory.meter.unknown", text));
    }

    /** Base units of the flow per unit of the series' amounts; a series of another dimension needs the user's factor alone. */
    private static double perUnit(SeriesInfo info, FlowKind kind, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw BadInput.of(Place.ofField("factor"), "territory.negative", factor);
        }
        Optional<Unit> own =
                Units.find(info.unit()).map(unit -> info.kind() == SeriesKind.GAUGE ? unit.times(Units.HOUR) : unit);
        boolean same = own.map(unit -> unit.dimension().equals(kind.unit().dimension()))
                .orElse(false);
        if (!same && factor == 1) {
            throw BadInput.of(
                    Place.ofField("factor"),
                    "territory.meter.unit",
                    info.unit(),
                    kind.unit().symbol());
        }
        return same ? own.get().factorTo(kind.unit()) * factor : factor;
    }

    private Optional<MeteredYear> year(MeterStore.Link link, FlowKind kind) {
        Optional<SeriesInfo> info = telemetry.series().find(link.site(), link.series());
        if (info.isEmpty()) {
            return Optional.empty();
        }
        ZoneId zone = zone(link.site());
        long to = desk.house().clock().instant().truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        long from = to - YEAR_HOURS * HOUR;
        RollUp hours = telemetry.rollUp(info.get().id(), from, to, HOUR);
        double perUnit = perUnit(info.get(), kind, link.factor());
        double[] amounts = new double[hours.size()];
        boolean[] known = new boolean[hours.size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = hours.amount()[i] * perUnit;
            known[i] = hours.count()[i] > 0 || hours.amount()[i] != 0;
        }
        return MeteredYear.of(Instant.ofEpochMilli(from), amounts, known, zone);
    }

    private ZoneId zone(String site) {
        return desk.house().sites().find(site).map(Site::timeZone).orElse(ZoneId.of("Europe/Paris"));
    }

    /** Brings all metered flows and running exchanges up to date; answers how many flows changed. */
    int refresh() {
        int changed = 0;
        for (MeterStore.Link link : list()) {
            String id = link.subject().replaceFirst("^[a-z]+:", "");
            if (link.subject().startsWith("flow:")) {
                changed += refreshFlow(link, id) ? 1 : 0;
            } else {
                refreshSynergy(link, id);
            }
        }
        if (changed > 0) {
            desk.changed();
        }
        return changed;
    }

    private boolean refreshFlow(MeterStore.Link link, String id) {
        Optional<Flow> flow = desk.house().database().read(sql -> TerritoryStore.findFlow(sql, id));
        Optional<MeteredYear> year = flow.flatMap(f -> year(link, f.kind()));
        if (year.isEmpty()) {
            return false;
        }
        Instant now = desk.house().clock().instant();
        if (isNews(flow.get(), year.get())) {
            desk.house().database().change(sql -> keep(sql, link, flow.get(), year.get()));
            return true;
        }
        desk.house().database().change(sql -> MeterStore.save(sql, MeterStore.with(link, year.get(), now)));
        return false;
    }

    private static boolean isNews(Flow flow, MeteredYear year) {
        double before = flow.perYear();
        return Math.abs(year.amount().perYear() - before) > NO_NEWS * before
                || flow.profile().overlap(year.profile()) < 1 - NO_NEWS;
    }

    private void keep(Sql sql, MeterStore.Link link, Flow flow, MeteredYear year) {
        String source = link.text() + ", " + year.first() + " – " + year.last() + ", " + year.days() + " d";
        MeterStore.tell(sql, flow.measured(year.amount(), year.profile(), source));
        MeterStore.save(sql, MeterStore.with(link, year, desk.house().clock().instant()));
    }

    /** Writes the months since the exchange runs, the present one so far. */
    private void refreshSynergy(MeterStore.Link link, String token) {
        Optional<SynergyStore.Kept> kept = desk.house().database().read(sql -> SynergyStore.find(sql, token));
        Optional<SeriesInfo> info = telemetry.series().find(link.site(), link.series());
        if (kept.isEmpty() || info.isEmpty() || kept.get().synergy().stage() != Stage.RUNNING) {
            return;
        }
        Synergy synergy = kept.get().synergy();
        Optional<Flow> flow = desk.house().database().read(sql -> TerritoryStore.findFlow(sql, synergy.out()));
        ZoneId zone = zone(link.site());
        ZonedDateTime now = desk.house().clock().instant().atZone(zone);
        long since = Math.max(
                kept.get().runningSince(), now.minusYears(5).toInstant().toEpochMilli());
        YearMonth month = YearMonth.from(Instant.ofEpochMilli(since).atZone(zone));
        while (flow.isPresent() && !month.isAfter(YearMonth.from(now))) {
            long from = Math.max(
                    since, month.atDay(1).atStartOfDay(zone).toInstant().toEpochMilli());
            long to = Math.min(
                    now.toInstant().toEpochMilli(),
                    month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().toEpochMilli());
            if (to > from) {
                measured(
                        token,
                        month,
                        info.get(),
                        from,
                        to,
                        perUnit(info.get(), flow.get().kind(), link.factor()));
            }
            month = month.plusMonths(1);
        }
        desk.house()
                .database()
                .change(sql -> MeterStore.save(
                        sql,
                        new MeterStore.Link(
                                link.subject(),
                                link.site(),
                                link.series(),
                                link.factor(),
                                0,
                                List.of(),
                                now.toInstant())));
    }

    private void measured(String token, YearMonth month, SeriesInfo info, long from, long to, double perUnit) {
        double amount = telemetry.rollUp(info.id(), from, to, to - from).amount()[0] * perUnit;
        if (amount >= 0 && Double.isFinite(amount)) {
            desk.house().database().change(sql -> SynergyStore.measure(sql, token, month.toString(), amount, "meter"));
        }
    }
}
