package org.boucle.app.energyindex;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.House;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.energyindex.Conversion;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.VectorUse;
import org.boucle.features.energyindex.YearToDate;
import org.boucle.features.energyindex.YearToDate.PostDays;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;

/** Which meters and counters of the telemetry stand for which posts, and the year to date that they give. */
final class LiveLinks {
    private static final long DAY = 86_400_000L;
    private static final String FINAL_ENERGY = "MWh";

    private final House house;
    private final TelemetryStore telemetry;
    private final Conversions conversions;

    LiveLinks(House house, TelemetryStore telemetry, Conversions conversions) {
        this.house = house;
        this.telemetry = telemetry;
        this.conversions = conversions;
    }

    /**
     * A link.
     *
     * @param post the post, empty for energy of the whole site
     * @param vector the energy vector that the series measures, empty where it counts the post's quantity
     */
    record Link(String post, SeriesInfo series, String vector) {}

    List<Link> of(SiteVersion at) {
        return house.database()
                .read(sql -> sql.list(
                        "SELECT post, series, vector FROM energyindex_link WHERE agreement = ? AND site = ? ORDER BY post",
                        row -> new Link(row.getString(1), telemetry.series().get(row.getLong(2)), row.getString(3)),
                        at.agreement().id(),
                        at.site().id()));
    }

    /** The series that a user may link: those of the own company's sites, all for who sees all. */
    List<SeriesInfo> series(Account account) {
        boolean all = account.company().isBlank()
                || account.role() == Role.ADMINISTRATOR
                || account.role() == Role.COORDINATOR;
        return telemetry.series().list().stream()
                .filter(s -> all
                        || house.sites()
                                .find(s.site())
                                .filter(site -> site.company().equals(account.company()))
                                .isPresent())
                .toList();
    }

    /** Links a series, named as {@code site/name}; its unit must fit the post or the vector. */
    void link(SiteVersion at, Account account, String post, String name, String vector) {
        SeriesInfo series = series(account).stream()
                .filter(s -> name(s).equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.of(Place.ofField("series"), "energyindex.series-unknown", name));
        Optional<Post> known = at.site().findPost(post);
        if (known.isEmpty() && (!post.isEmpty() || vector.isEmpty())) {
            throw BadInput.of(Place.ofField("post"), "energyindex.post-unknown", post);
        }
        if (!vector.isEmpty() && !conversions.vectors(at.agreement().scheme()).contains(vector)) {
            throw BadInput.of(
                    Place.ofField("vector"),
                    "energyindex.vector-unknown",
                    vector,
                    String.join(", ", conversions.vectors(at.agreement().scheme())));
        }
        String expected = vector.isEmpty() ? known.orElseThrow().unit() : unit(vector);
        if (factor(series, expected).isEmpty()) {
            throw BadInput.of(Place.ofField("series"), "energyindex.unit-mismatch", series.unit(), expected);
        }
        house.database()
                .change(sql -> sql.run(
                        "INSERT INTO energyindex_link (agreement, site, post, series, vector) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (agreement, site, post, series) DO UPDATE SET vector = excluded.vector",
                        at.agreement().id(),
                        at.site().id(),
                        post,
                        series.id(),
                        vector));
    }

    void unlink(SiteVersion at, String post, long series) {
        house.database()
                .change(sql -> sql.run(
                        "DELETE FROM energyindex_link WHERE agreement = ? AND site = ? AND post = ? AND series = ?",
                        at.agreement().id(),
                        at.site().id(),
                        post,
                        series));
    }

    static String name(SeriesInfo series) {
        return series.site() + "/" + series.name();
    }

    private static String unit(String vector) {
        return vector.equals(VectorUse.PRIMARY) ? "MWhp" : FINAL_ENERGY;
    }

    /** From what a roll-up adds up (a power in kW adds up to kWh) to a unit. */
    static Optional<Double> factor(SeriesInfo series, String symbol) {
        if (series.unit().equals(symbol) && series.kind() != SeriesKind.GAUGE) {
            return Optional.of(1.0);
        }
        Optional<Unit> from = Units.find(series.unit());
        Optional<Unit> to = Units.find(symbol);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean power = from.get().dimension().equals(Dimension.POWER) && series.kind() == SeriesKind.GAUGE;
        if (power && to.get().dimension().equals(Dimension.ENERGY)) {
            return Optional.of(from.get().factorTo(Units.KILOWATT) * Units.KILOWATT_HOUR.factorTo(to.get()));
        }
        boolean fits = series.kind() != SeriesKind.GAUGE && from.get().isCompatible(to.get());
        return fits ? Optional.of(from.get().factorTo(to.get())) : Optional.empty();
    }

    /** The zone of the days: that of the telemetry's site. */
    private ZoneId zone(List<Link> links) {
        return links.stream()
                .findFirst()
                .flatMap(l -> house.sites().find(l.series().site()))
                .map(org.boucle.core.twin.Site::timeZone)
                .orElse(ZoneId.of("Europe/Brussels"));
    }

    int currentYear(SiteVersion at) {
        return LocalDate.ofInstant(house.clock().instant(), zone(of(at))).getYear();
    }

    /** The year to date; empty where nothing is linked or the year has not begun. */
    Optional<YearToDate> yearToDate(SiteVersion at, int year) {
        List<Link> links = of(at);
        ZoneId zone = zone(links);
        Instant start = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
        Instant now = house.clock().instant();
        long until = Math.min(end.toEpochMilli(), now.toEpochMilli());
        long days = (until - start.toEpochMilli()) / DAY;
        if (links.isEmpty() || days < 1) {
            return Optional.empty();
        }
        long from = start.toEpochMilli();
        var rolled = telemetry.rollUp(
                links.stream().map(l -> l.series().id()).distinct().toList(), from, from + days * DAY, DAY);
        Map<String, double[]> quantities = new LinkedHashMap<>();
        Map<String, double[]> energies = new LinkedHashMap<>();
        List<VectorUse> vectors = new ArrayList<>();
        for (Link link : links) {
            double[] amount = rolled.get(link.series().id()).amount();
            if (link.vector().isEmpty()) {
                String unit = at.site()
                        .findPost(link.post())
                        .map(Post::unit)
                        .orElse(link.series().unit());
                add(quantities, link.post(), amount, factor(link.series(), unit).orElse(0.0));
            } else if (link.post().isEmpty()) {
                double sum = Arrays.stream(amount).sum();
                double factor = factor(link.series(), unit(link.vector())).orElse(0.0);
                vectors.add(new VectorUse(link.vector(), Math.max(0, sum * factor), unit(link.vector())));
            } else {
                Optional<Double> primary = primary(at, link, year);
                primary.ifPresent(factor -> add(energies, link.post(), amount, factor));
                if (primary.isEmpty()) { // the vector without a conversion then makes the index absent, and says so
                    double sum = Arrays.stream(amount).sum();
                    vectors.add(new VectorUse(link.vector(), Math.max(0, sum), unit(link.vector())));
                }
            }
        }
        return Optional.of(
                YearToDate.of(at.agreement(), at.site(), year, posts(at, quantities, energies), vectors, conversions));
    }

    private static List<PostDays> posts(
            SiteVersion at, Map<String, double[]> quantities, Map<String, double[]> energies) {
        List<PostDays> posts = new ArrayList<>();
        for (Post post : at.site().posts()) {
            double[] quantity = quantities.get(post.id());
            if (quantity != null) {
                posts.add(new PostDays(post.id(), quantity, energies.getOrDefault(post.id(), new double[0])));
            }
        }
        return posts;
    }

    /** From a roll-up's amounts to primary energy in the agreement's unit; empty without a conversion for the year. */
    private Optional<Double> primary(SiteVersion at, Link link, int year) {
        String unit = unit(link.vector());
        VectorUse one = new VectorUse(link.vector(), 1, unit);
        return conversions
                .find(at.agreement().scheme(), one, year)
                .map(Conversion::primaryGigajoules)
                .flatMap(gigajoules -> factor(link.series(), unit)
                        .map(factor -> factor
                                * gigajoules
                                / at.agreement().energyUnit().gigajoules()));
    }

    private static void add(Map<String, double[]> into, String post, double[] amount, double factor) {
        double[] sums = into.computeIfAbsent(post, _ -> new double[amount.length]);
        for (int d = 0; d < amount.length; d++) {
            sums[d] += Math.max(0, amount[d] * factor);
        }
    }
}
