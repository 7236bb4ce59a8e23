package org.boucle.app.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Place;
import org.boucle.features.territory.inventory.Site;

/** The map of sites and exchanges over our own coarse outlines: no tile server, no network. */
final class MapChart {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 520;
    private static final double MARGIN = 46;
    private static final int MOST_LABELS = 25;
    /** Above this, sites are gathered in squares. */
    private static final int MOST_SINGLE = 80;

    private static final int MOST_ARCS = 300;
    private static final double SQUARE = 48;
    private static final List<double[][]> OUTLINES = ReferenceTable.of("territory/outlines.csv").rows().stream()
            .map(row -> points(row.text("points")))
            .toList();

    private final double west;
    private final double north;
    private final double perDegree;
    private final double squeeze;
    private final double left;
    private final double top;

    /** One exchange to draw; the width of its line follows its weight, 0 to 1. */
    record Arc(Place from, Place to, double weight, String title) {}

    private MapChart(List<Place> places) {
        double south = places.stream().mapToDouble(Place::latitude).min().orElse(0);
        north = places.stream().mapToDouble(Place::latitude).max().orElse(1);
        west = places.stream().mapToDouble(Place::longitude).min().orElse(0);
        double east = places.stream().mapToDouble(Place::longitude).max().orElse(1);
        squeeze = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max(0.02, (east - west) * squeeze);
        double high = Math.max(0.02, north - south);
        perDegree = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
        left = (WIDTH - (east - west) * squeeze * perDegree) / 2;
        top = (HEIGHT - (north - south) * perDegree) / 2;
    }

    private static double[][] points(String text) {
        List<double[]> points = new ArrayList<>();
        for (String pair : text.split(" ")) {
            String[] numbers = pair.split(",");
            points.add(new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])});
        }
        return points.toArray(double[][]::new);
    }

    static String of(Inventory inventory, List<Arc> arcs, String title) {
        return of(inventory.sites(), arcs, title);
    }

    static String of(List<Site> all, List<Arc> arcs, String title) {
        MapChart map = new MapChart(core(all));
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.rect(0, 0, WIDTH, HEIGHT, "fill:var(--h0)", title);
        for (double[][] outline : OUTLINES) {
            StringBuilder points = new StringBuilder();
            for (double[] point : outline) {
                points.append(Svg.number(map.x(point[0])))
                        .append(',')
                        .append(Svg.number(map.y(point[1])))
                        .append(' ');
            }
            svg.polygon(points.toString().strip(), "fill:var(--surface);stroke:var(--line-strong);stroke-width:.7");
        }
        arcs.stream()
                .sorted(java.util.Comparator.comparingDouble(Arc::weight).reversed())
                .limit(MOST_ARCS)
                .forEach(arc -> map.draw(svg, arc));
        if (all.size() > MOST_SINGLE) {
            map.clusters(svg, all);
        } else {
            map.sites(svg, all);
            map.labels(svg, all);
        }
        return svg.toString();
    }

    private void sites(Svg svg, List<Site> sites) {
        for (Site site : sites) {
            double radius = 4 + Math.min(6, Math.log10(1 + site.employees()) * 2);
            svg.circle(
                    x(site.place().longitude()),
                    y(site.place().latitude()),
                    radius,
                    "fill:var(--c1);stroke:var(--surface);stroke-width:1.5",
                    site.name());
        }
    }

    /** Sites of one square of the picture as one disc with their number; what lies outside the frame at its edge. */
    private void clusters(Svg svg, List<Site> sites) {
        Map<Long, List<Site>> squares = new TreeMap<>();
        for (Site site : sites) {
            long column = (long) Math.floor(Math.clamp(x(site.place().longitude()), 0, WIDTH - 1) / SQUARE);
            long row = (long) Math.floor(Math.clamp(y(site.place().latitude()), 0, HEIGHT - 1) / SQUARE);
            squares.computeIfAbsent(row * 1_000 + column, key -> new ArrayList<>())
                    .add(site);
        }
        for (List<Site> mine : squares.values()) {
            double cx = mine.stream()
                    .mapToDouble(site -> Math.clamp(x(site.place().longitude()), 12, WIDTH - 12))
                    .average()
                    .orElse(0);
            double cy = mine.stream()
                    .mapToDouble(site -> Math.clamp(y(site.place().latitude()), 12, HEIGHT - 12))
                    .average()
                    .orElse(0);
            double radius = mine.size() == 1 ? 4 : Math.min(SQUARE / 2 - 1, 7 + 2.2 * Math.sqrt(mine.size()));
            String names = mine.stream()
                    .limit(5)
                    .map(Site::name)
                    .collect(Collectors.joining(", ", "", mine.size() > 5 ? ", …" : ""));
            svg.circle(cx, cy, radius, "fill:var(--c1);stroke:var(--surface);stroke-width:1.5", names);
            if (mine.size() > 1) {
                svg.label(cx, cy + 4, String.valueOf(mine.size()));
            }
        }
    }

    /** The frame follows the sites near the middle one, so that one far partner does not squeeze all others. */
    private static List<Place> core(List<Site> sites) {
        List<Place> places = sites.stream().map(Site::place).toList();
        double latitude = median(places.stream().mapToDouble(Place::latitude).toArray());
        double longitude = median(places.stream().mapToDouble(Place::longitude).toArray());
        Place middle = new Place(latitude, longitude);
        double[] km = places.stream().mapToDouble(middle::kmTo).sorted().toArray();
        double most = Math.max(5, 3 * km[(int) (0.75 * (km.length - 1))]);
        List<Place> near =
                places.stream().filter(place -> middle.kmTo(place) <= most).toList();
        return near.isEmpty() ? places : near;
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    private void labels(Svg svg, List<Site> sites) {
        List<double[]> taken = new ArrayList<>();
        for (Site site : sites.subList(0, Math.min(MOST_LABELS, sites.size()))) {
            double x = x(site.place().longitude());
            double y = y(site.place().latitude()) - 11;
            boolean inside = x > 0 && x < WIDTH && y > 0 && y < HEIGHT;
            double at = y;
            for (int tries = 0; tries < 4 && collides(taken, x, at); tries++) {
                at += tries % 2 == 0 ? 30 : -44;
            }
            if (inside && !collides(taken, x, at)) {
                taken.add(new double[] {x, at});
                svg.text(Math.clamp(x, 60, WIDTH - 60), at, "middle", site.name());
            }
        }
    }

    private static boolean collides(List<double[]> taken, double x, double y) {
        return taken.stream().anyMatch(t -> Math.abs(t[0] - x) < 120 && Math.abs(t[1] - y) < 14);
    }

    private void draw(Svg svg, Arc arc) {
        double x1 = x(arc.from().longitude());
        double y1 = y(arc.from().latitude());
        double x2 = x(arc.to().longitude());
        double y2 = y(arc.to().latitude());
        double mx = (x1 + x2) / 2 - (y2 - y1) * 0.15;
        double my = (y1 + y2) / 2 + (x2 - x1) * 0.15;
        String path = "M" + Svg.number(x1) + " " + Svg.number(y1) + "Q" + Svg.number(mx) + " " + Svg.number(my) + " "
                + Svg.number(x2) + " " + Svg.number(y2);
        svg.path(
                path,
                "fill:none;stroke:var(--c2);opacity:.75;stroke-width:" + Svg.number(1.2 + 5 * arc.weight()),
                arc.title());
    }

    private double x(double longitude) {
        return left + (longitude - west) * squeeze * perDegree;
    }

    private double y(double latitude) {
        return top + (north - latitude) * perDegree;
    }
}
