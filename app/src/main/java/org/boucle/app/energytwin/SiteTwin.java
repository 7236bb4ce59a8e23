package org.boucle.app.energytwin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.boucle.core.twin.Measure;
import org.boucle.core.twin.Relation;
import org.boucle.core.twin.Relation.Sort;
import org.boucle.core.twin.Site;
import org.boucle.core.twin.Thing;
import org.boucle.core.twin.Thing.Line;
import org.boucle.core.twin.Thing.Machine;
import org.boucle.core.twin.Twin;
import org.boucle.features.telemetry.SeriesInfo;

/** A site as a graph of its lines, machines and the series that measure them, with the series themselves. */
public final class SiteTwin {
    private final Site site;
    private final Twin twin;
    private final Map<String, SeriesInfo> series;

    private SiteTwin(Site site, Twin twin, Map<String, SeriesInfo> series) {
        this.site = site;
        this.twin = twin;
        this.series = series;
    }

    /** A series and what is kept of it in the store's words. */
    record Told(SeriesInfo series, String label, Meters.Role role, int line) {}

    static SiteTwin of(Site site, List<Told> all) {
        List<Thing> things = new ArrayList<>(List.of(site));
        List<Relation> relations = new ArrayList<>();
        TreeSet<Integer> lines = new TreeSet<>();
        all.stream().map(Told::line).filter(line -> line > 0).forEach(lines::add);
        for (int line : lines) {
            things.add(new Line(lineId(line), "L" + line, line));
            relations.add(new Relation(Sort.CONTAINS, site.id(), lineId(line)));
        }
        for (Told told : all) {
            if (told.role() == Meters.Role.MACHINE) {
                things.add(new Machine(machineId(told), told.label()));
                relations.add(new Relation(
                        Sort.CONTAINS, told.line() > 0 ? lineId(told.line()) : site.id(), machineId(told)));
            }
        }
        List<Measure> measures = all.stream()
                .map(told ->
                        new Measure(told.series().name(), told.role().quantity(), thing(site, told, all), told.label()))
                .toList();
        Map<String, SeriesInfo> series = new LinkedHashMap<>();
        all.forEach(told -> series.put(told.series().name(), told.series()));
        return new SiteTwin(site, Twin.of(things, relations, measures), series);
    }

    /** What a series measures: its own machine, the machine of the same name, its line, or the site. */
    private static String thing(Site site, Told told, List<Told> all) {
        if (told.role() == Meters.Role.SITE || told.role() == Meters.Role.INTENSITY) {
            return site.id();
        }
        if (told.role() == Meters.Role.MACHINE) {
            return machineId(told);
        }
        String stem = stem(told);
        Optional<Told> machine = all.stream()
                .filter(other -> other.role() == Meters.Role.MACHINE)
                .filter(other -> !stem.isEmpty() && stem(other).equals(stem))
                .findFirst();
        return machine.filter(found -> told.role() == Meters.Role.OTHER)
                .map(SiteTwin::machineId)
                .orElse(told.line() > 0 ? lineId(told.line()) : site.id());
    }

    private static String stem(Told told) {
        String name = told.series().name();
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    static String lineId(int line) {
        return "line/" + line;
    }

    private static String machineId(Told told) {
        return "machine/" + told.series().name();
    }

    public Site site() {
        return site;
    }

    public Twin twin() {
        return twin;
    }

    /** Every series where it stands: the whole site first, then machines and the rest by line and name. */
    List<Meter> meters() {
        return twin.measures().stream()
                .map(this::meter)
                .sorted(Comparator.comparingInt(SiteTwin::rank)
                        .thenComparingInt(meter -> meter.line() == 0 ? 99 : meter.line())
                        .thenComparing(Meter::label))
                .toList();
    }

    private Meter meter(Measure measure) {
        int line = twin.around(measure.thing(), Line.class).map(Line::number).orElse(0);
        return new Meter(series.get(measure.series()), measure, twin.get(measure.thing()), line);
    }

    private static int rank(Meter meter) {
        return meter.isSite() ? -1 : meter.measure().quantity().ordinal();
    }
}
