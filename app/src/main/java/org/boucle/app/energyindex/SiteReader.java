package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.boucle.app.energyindex.RowReader.Line;
import org.boucle.app.energyindex.RowReader.YearCell;
import org.boucle.app.energyindex.Sheet.Column;
import org.boucle.core.input.Issues;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.EnergyUnit;
import org.boucle.features.energyindex.PathShape;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.PostKind;
import org.boucle.features.energyindex.Recalibration;
import org.boucle.features.energyindex.ReferenceConsumption;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.Target;
import org.boucle.features.energyindex.VectorUse;
import org.boucle.features.energyindex.YearEntry;

/** Gathers what the sheets say about one site. */
final class SiteReader {
    /** Letters and digits of any language, spaces, dots, hyphens. */
    static final String POST_ID = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,62}";

    private final Line line;
    private final String scheme;
    private final EnergyUnit unit;
    private final Conversions conversions;
    private final Issues issues;
    private final int referenceYear;
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final EventReader events = new EventReader();
    private final Map<Integer, Map<String, Double>> quantities = new TreeMap<>();
    private final Map<Integer, Map<String, Double>> metered = new TreeMap<>();
    private final Map<Integer, List<VectorUse>> energy = new TreeMap<>();
    private final Map<Integer, Map<String, Double>> recalibrated = new TreeMap<>();
    private final Map<Integer, String> recalibrationEvidence = new TreeMap<>();

    SiteReader(Line line, String scheme, EnergyUnit unit, Conversions conversions, Issues issues) {
        this.line = line;
        this.scheme = scheme;
        this.unit = unit;
        this.conversions = conversions;
        this.issues = issues;
        line.needed(Column.REFERENCE_YEAR);
        this.referenceYear = line.year(Column.REFERENCE_YEAR).orElse(0);
    }

    void event(Line event) {
        events.event(event);
    }

    void checkEvents() {
        events.check(posts);
    }

    void post(Line post) {
        String id = post.needed(Column.POST);
        if (!id.isEmpty() && !id.matches(POST_ID)) {
            post.fault(Column.POST, "energyindex.post-id", id);
            return;
        }
        String group = post.needed(Column.GROUP);
        String quantityUnit = post.needed(Column.UNIT);
        Optional<PostKind> kind = Vocabulary.kind(post.needed(Column.KIND));
        if (kind.isEmpty() && !post.isFaulty(Column.KIND)) {
            post.fault(
                    Column.KIND,
                    "energyindex.word",
                    post.text(Column.KIND),
                    words(PostKind.values(), Vocabulary::word));
        }
        int first = post.year(Column.FIRST_YEAR).orElse(referenceYear);
        OptionalInt last = post.year(Column.LAST_YEAR);
        Optional<ReferenceConsumption> reference = reference(post, id, first);
        if (last.isPresent() && last.getAsInt() < first) {
            post.fault(
                    Column.LAST_YEAR,
                    "energyindex.years-swapped",
                    Integer.toString(last.getAsInt()),
                    Integer.toString(first));
            return;
        }
        if (id.isEmpty() || group.isEmpty() || quantityUnit.isEmpty() || kind.isEmpty()) {
            return;
        }
        Post read = new Post(id, kind.get(), group, post.text(Column.LABEL), quantityUnit, reference, first, last);
        if (posts.putIfAbsent(id, read) != null) {
            post.fault(Column.POST, "energyindex.post-twice", id);
        }
    }

    /** The reference of a post; only an entrant's may be open. */
    private Optional<ReferenceConsumption> reference(Line post, String id, int first) {
        OptionalDouble e0 = post.number(Column.E0);
        if (e0.isEmpty() && !post.isFaulty(Column.E0) && !events.bringsIn(id)) {
            post.fault(Column.E0, "energyindex.e0-missing", id);
        }
        OptionalDouble uncertainty = post.number(Column.U_E0);
        OptionalDouble co2 = post.number(Column.CO2_0);
        int year = post.year(Column.E0_YEAR).orElse(first);
        return e0.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReferenceConsumption(
                        e0.getAsDouble(), year, uncertainty.orElse(0), co2, post.text(Column.EVIDENCE)));
    }

    void quantities(Line row) {
        findPost(row).ifPresent(post -> {
            checkUnit(row, post.unit());
            fill(row, post, quantities);
        });
    }

    void metered(Line row) {
        findPost(row).ifPresent(post -> {
            checkUnit(row, unit.symbol());
            fill(row, post, metered);
        });
    }

    private Optional<Post> findPost(Line row) {
        String id = row.needed(Column.POST);
        Post post = posts.get(id);
        if (post == null && !id.isEmpty()) {
            row.fault(Column.POST, "energyindex.post-unknown", id);
        }
        return Optional.ofNullable(post);
    }

    private static void checkUnit(Line row, String expected) {
        String given = row.needed(Column.UNIT);
        if (!given.isEmpty() && !given.equals(expected)) {
            row.fault(Column.UNIT, "energyindex.unit-mismatch", given, expected);
        }
    }

    private void fill(Line row, Post post, Map<Integer, Map<String, Double>> into) {
        row.years().forEach((year, cell) -> {
            if (cell.value() > 0 && year < post.firstYear()) {
                issues.add(cell.place(), "energyindex.before-start", post.id(), Integer.toString(post.firstYear()));
            } else if (cell.value() > 0 && !post.operatesIn(year)) {
                issues.add(
                        cell.place(),
                        "energyindex.after-stop",
                        post.id(),
                        Integer.toString(post.lastYear().orElse(year)));
            } else if (post.operatesIn(year)) {
                Map<String, Double> entry = into.computeIfAbsent(year, _ -> new LinkedHashMap<>());
                if (entry.putIfAbsent(post.id(), cell.value()) != null) {
                    issues.add(cell.place(), "energyindex.row-twice", post.id());
                }
            }
        });
    }

    void energy(Line row) {
        String vector = row.needed(Column.VECTOR);
        String vectorUnit = row.needed(Column.UNIT);
        if (vector.isEmpty() || vectorUnit.isEmpty()) {
            return;
        }
        List<String> known = conversions.vectors(scheme);
        if (!known.contains(vector)) {
            row.fault(Column.VECTOR, "energyindex.vector-unknown", vector, String.join(", ", known));
            return;
        }
        List<String> units = conversions.units(scheme, vector);
        if (!units.contains(vectorUnit)) {
            row.fault(Column.UNIT, "energyindex.unit-mismatch", vectorUnit, String.join(", ", units));
            return;
        }
        row.years().forEach((year, cell) -> addEnergy(year, cell, vector, vectorUnit));
    }

    private void addEnergy(int year, YearCell cell, String vector, String vectorUnit) {
        VectorUse use = new VectorUse(vector, cell.value(), vectorUnit);
        if (conversions.find(scheme, use, year).isEmpty()) {
            issues.add(cell.place(), "energyindex.conversion-missing", vector, Integer.toString(year), scheme);
            return;
        }
        energy.computeIfAbsent(year, _ -> new ArrayList<>()).add(use);
    }

    void recalibration(Line row) {
        Optional<Post> post = findPost(row);
        row.needed(Column.YEAR);
        row.needed(Column.E0);
        OptionalInt year = row.year(Column.YEAR);
        OptionalDouble e0 = row.number(Column.E0);
        if (post.isEmpty() || year.isEmpty() || e0.isEmpty()) {
            return;
        }
        Map<String, Double> all = recalibrated.computeIfAbsent(year.getAsInt(), _ -> new LinkedHashMap<>());
        if (all.put(post.get().id(), e0.getAsDouble()) != null) {
            row.fault(Column.POST, "energyindex.row-twice", post.get().id());
        }
        recalibrationEvidence.putIfAbsent(year.getAsInt(), row.text(Column.EVIDENCE));
    }

    /** The site; only where no sheet had an issue. */
    Site site() {
        TreeMap<Integer, YearEntry> years = new TreeMap<>();
        double uncertainty = line.number(Column.U_ENERGY).orElse(0) / 100;
        for (Map<Integer, ?> part : List.of(quantities, metered, energy)) {
            part.keySet()
                    .forEach(y -> years.put(
                            y,
                            new YearEntry(
                                    y,
                                    quantities.getOrDefault(y, Map.of()),
                                    energy.getOrDefault(y, List.of()),
                                    metered.getOrDefault(y, Map.of()),
                                    uncertainty)));
        }
        List<Recalibration> recalibrations = new ArrayList<>();
        recalibrated.forEach(
                (year, values) -> recalibrations.add(new Recalibration(year, values, recalibrationEvidence.get(year))));
        return new Site(
                line.text(Column.SITE),
                line.text(Column.NAME),
                line.text(Column.COMPANY),
                line.text(Column.NACE),
                referenceYear,
                target(),
                List.copyOf(posts.values()),
                List.copyOf(years.values()),
                events.events(),
                recalibrations);
    }

    /** Looks at the cells of the site's own row that {@link #site} will read, so that their issues count. */
    void checkSite() {
        line.number(Column.U_ENERGY);
        target();
    }

    private Optional<Target> target() {
        OptionalDouble index = line.number(Column.TARGET);
        OptionalInt end = line.year(Column.TARGET_YEAR);
        OptionalDouble co2 = line.number(Column.CO2_TARGET);
        Optional<PathShape> path = Vocabulary.path(line.text(Column.PATH));
        if (path.isEmpty()) {
            line.fault(
                    Column.PATH,
                    "energyindex.word",
                    line.text(Column.PATH),
                    words(PathShape.values(), Vocabulary::word));
            return Optional.empty();
        }
        if (index.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        if (index.isEmpty() || end.isEmpty()) {
            line.fault(index.isEmpty() ? Column.TARGET : Column.TARGET_YEAR, "energyindex.missing");
            return Optional.empty();
        }
        boolean inOrder = end.getAsInt() > referenceYear && index.getAsDouble() > 0;
        if (!inOrder) {
            line.fault(
                    Column.TARGET_YEAR,
                    "energyindex.years-swapped",
                    Integer.toString(end.getAsInt()),
                    Integer.toString(referenceYear));
            return Optional.empty();
        }
        return Optional.of(new Target(referenceYear, end.getAsInt(), index.getAsDouble(), co2, path.get()));
    }

    static <T> String words(T[] values, Function<T, String> word) {
        return String.join(", ", java.util.Arrays.stream(values).map(word).toList());
    }
}
