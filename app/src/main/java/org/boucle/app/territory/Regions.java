package org.boucle.app.territory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.territory.inventory.Site;

/** Sites in groups that lie far apart, so that a map shows one at a time: squares of half a degree that touch. */
final class Regions {
    private static final double SQUARE = 0.5;
    private static final int FEWEST = 3;

    private Regions() {}

    private record Square(int row, int column) {}

    /** The groups of at least three sites, the largest first; all sites together where there is no such group. */
    static List<List<Site>> of(List<Site> sites) {
        Map<Square, List<Site>> squares = new LinkedHashMap<>();
        for (Site site : sites) {
            Square square = new Square((int) Math.floor(site.place().latitude() / SQUARE), (int)
                    Math.floor(site.place().longitude() / SQUARE));
            squares.computeIfAbsent(square, key -> new ArrayList<>()).add(site);
        }
        List<List<Site>> regions = new ArrayList<>();
        while (!squares.isEmpty()) {
            List<Site> region = take(squares);
            if (region.size() >= FEWEST) {
                regions.add(region);
            }
        }
        regions.sort(
                Comparator.comparingInt((List<Site> region) -> region.size()).reversed());
        return regions.isEmpty() ? List.of(sites) : regions;
    }

    private static List<Site> take(Map<Square, List<Site>> squares) {
        Deque<Square> next =
                new ArrayDeque<>(List.of(squares.keySet().iterator().next()));
        List<Site> region = new ArrayList<>();
        while (!next.isEmpty()) {
            Square square = next.pop();
            List<Site> mine = squares.remove(square);
            if (mine != null) {
                region.addAll(mine);
                for (int row = -1; row <= 1; row++) {
                    for (int column = -1; column <= 1; column++) {
                        next.push(new Square(square.row() + row, square.column() + column));
                    }
                }
            }
        }
        return region;
    }

    /** How people call a region: its site with most employees. */
    static String name(List<Site> region) {
        return region.stream()
                .max(Comparator.comparingDouble(Site::employees).thenComparing(Site::name))
                .map(Site::name)
                .orElse("");
    }
}
