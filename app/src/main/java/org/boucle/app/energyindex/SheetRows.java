package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import org.boucle.app.energyindex.Sheet.Column;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.Recalibration;
import org.boucle.features.energyindex.ReferenceConsumption;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.StructuralEvent;
import org.boucle.features.energyindex.Target;
import org.boucle.features.energyindex.VectorUse;
import org.boucle.features.energyindex.YearEntry;

/**
 * An agreement laid out as the sheets that {@link AgreementReader} reads.
 *
 * @param header titles; years as text
 * @param rows text, {@link Double} or {@link Integer}; empty text where nothing stands
 */
record SheetRows(Sheet sheet, List<String> header, List<List<Object>> rows) {

    static List<SheetRows> of(Agreement agreement, Language language) {
        List<Integer> years = List.copyOf(new TreeSet<>(agreement.years()));
        List<SheetRows> all = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            List<List<Object>> rows = new ArrayList<>();
            switch (sheet) {
                case AGREEMENT ->
                    rows.add(List.of(
                            agreement.id(),
                            agreement.name(),
                            agreement.federation(),
                            agreement.scheme(),
                            agreement.energyUnit().symbol()));
                case SITES -> agreement.sites().forEach(s -> rows.add(site(s)));
                case POSTS -> agreement.sites().forEach(s -> s.posts().forEach(p -> rows.add(post(s, p))));
                case QUANTITIES ->
                    agreement.sites().forEach(s -> byPost(rows, s, years, YearEntry::quantities, Post::unit));
                case METERED -> {
                    String unit = agreement.energyUnit().symbol();
                    agreement.sites().forEach(s -> byPost(rows, s, years, YearEntry::metered, _ -> unit));
                }
                case ENERGY -> agreement.sites().forEach(s -> energy(rows, s, years));
                case EVENTS -> agreement.sites().forEach(s -> s.events().forEach(e -> rows.add(event(s, e))));
                case RECALIBRATIONS ->
                    agreement.sites().forEach(s -> s.recalibrations().forEach(r -> recalibration(rows, s, r)));
            }
            all.add(new SheetRows(sheet, header(sheet, years, language), rows));
        }
        return all;
    }

    private static List<String> header(Sheet sheet, List<Integer> years, Language language) {
        List<String> header = new ArrayList<>();
        for (Column column : sheet.columns()) {
            if (column == Column.YEARS) {
                years.forEach(y -> header.add(Integer.toString(y)));
            } else {
                header.add(column.title(language));
            }
        }
        return header;
    }

    private static List<Object> site(Site site) {
        Optional<Target> target = site.target();
        double uncertainty = site.years().stream()
                .mapToDouble(YearEntry::energyUncertainty)
                .max()
                .orElse(0);
        return Arrays.asList(
                site.id(),
                site.name(),
                site.company(),
                site.nace(),
                site.referenceYear(),
                target.<Object>map(Target::endYear).orElse(""),
                target.<Object>map(Target::energyIndex).orElse(""),
                target.map(t -> number(t.co2Index())).orElse(""),
                target.<Object>map(t -> Vocabulary.word(t.shape())).orElse(""),
                uncertainty == 0 ? "" : (Object) (100 * uncertainty));
    }

    private static List<Object> post(Site site, Post post) {
        Optional<ReferenceConsumption> e0 = post.reference();
        return Arrays.asList(
                site.id(),
                post.id(),
                Vocabulary.word(post.kind()),
                post.group(),
                post.label(),
                post.unit(),
                e0.<Object>map(ReferenceConsumption::perUnit).orElse(""),
                e0.filter(e -> e.uncertainty() > 0)
                        .<Object>map(ReferenceConsumption::uncertainty)
                        .orElse(""),
                e0.<Object>map(ReferenceConsumption::year).orElse(""),
                e0.map(e -> number(e.co2PerUnit())).orElse(""),
                post.firstYear(),
                number(post.lastYear()),
                e0.map(ReferenceConsumption::evidence).orElse(""));
    }

    private static void byPost(
            List<List<Object>> rows,
            Site site,
            List<Integer> years,
            Function<YearEntry, Map<String, Double>> values,
            Function<Post, String> unit) {
        for (Post post : site.posts()) {
            List<Object> row = new ArrayList<>(List.of(site.id(), post.id(), unit.apply(post)));
            boolean any = false;
            for (int year : years) {
                Optional<Double> value =
                        site.findYear(year).map(values).flatMap(m -> Optional.ofNullable(m.get(post.id())));
                any |= value.isPresent();
                row.add(value.<Object>map(v -> v).orElse(""));
            }
            if (any) {
                rows.add(row);
            }
        }
    }

    private static void energy(List<List<Object>> rows, Site site, List<Integer> years) {
        Map<List<String>, Map<Integer, Double>> byVector = new LinkedHashMap<>();
        for (YearEntry year : site.years()) {
            for (VectorUse use : year.energy()) {
                byVector.computeIfAbsent(List.of(use.vector(), use.unit()), _ -> new LinkedHashMap<>())
                        .merge(year.year(), use.quantity(), Double::sum);
            }
        }
        byVector.forEach((vector, amounts) -> {
            List<Object> row = new ArrayList<>(List.of(site.id(), vector.get(0), vector.get(1)));
            years.forEach(y -> row.add(amounts.containsKey(y) ? (Object) amounts.get(y) : ""));
            rows.add(row);
        });
    }

    private static List<Object> event(Site site, StructuralEvent event) {
        return List.of(
                site.id(),
                event.year(),
                Vocabulary.word(event.kind()),
                event.post(),
                event.replaces().orElse(""),
                Vocabulary.word(event.treatment()),
                event.reason());
    }

    private static void recalibration(List<List<Object>> rows, Site site, Recalibration recalibration) {
        recalibration
                .perUnit()
                .forEach((post, e) ->
                        rows.add(List.of(site.id(), recalibration.year(), post, e, recalibration.evidence())));
    }

    private static Object number(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : "";
    }

    private static Object number(OptionalInt value) {
        return value.isPresent() ? (Object) value.getAsInt() : "";
    }
}
