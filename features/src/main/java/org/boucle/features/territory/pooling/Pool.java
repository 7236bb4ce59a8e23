package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.Place;

/**
 * Neighbours with the same outgoing or incoming flow, who could collect, buy or rent together.
 *
 * @param what waste code or resource
 * @param flows ids, at least two, of different companies
 * @param perYear of all together, in the base unit of the kind
 * @param radiusKm from the first member to the farthest
 */
public record Pool(Direction direction, String what, List<String> flows, double perYear, double radiusKm) {
    private static final double CELL_DEGREES = 0.1;
    private static final int MOST_MEMBERS = 11;

    public Pool {
        flows = List.copyOf(flows);
    }

    /**
     * Gathers neighbours: the largest flow first, with the nearest of its kind. Looks only at neighbouring cells of a
     * grid, so that the work grows with the flows, not with their pairs.
     */
    public static List<Pool> of(Inventory inventory, double withinKm) {
        Map<String, List<Flow>> groups = new LinkedHashMap<>();
        for (Flow flow : inventory.flows()) {
            String what = what(flow);
            if (!what.isEmpty()) {
                groups.computeIfAbsent(flow.direction() + " " + flow.kind() + " " + what, key -> new ArrayList<>())
                        .add(flow);
            }
        }
        List<Pool> pools = new ArrayList<>();
        groups.values().forEach(group -> gather(inventory, group, withinKm, pools));
        pools.sort(Comparator.comparingInt((Pool pool) -> pool.flows.size())
                .thenComparingDouble(Pool::perYear)
                .reversed());
        return pools;
    }

    /** What pools are made of: the waste code, the resource, or for things shared in time people's own word. */
    static String what(Flow flow) {
        if (!flow.wasteCode().isEmpty()) {
            return flow.wasteCode();
        }
        boolean named = flow.resource().isEmpty() && flow.kind().isShared();
        return named ? flow.label().strip().toLowerCase(java.util.Locale.ROOT) : flow.resource();
    }

    private record Cell(int row, int column) {
        static Cell of(Place place) {
            return new Cell((int) Math.floor(place.latitude() / CELL_DEGREES), (int)
                    Math.floor(place.longitude() / CELL_DEGREES));
        }
    }

    private static void gather(Inventory inventory, List<Flow> group, double withinKm, List<Pool> pools) {
        Map<Cell, List<Flow>> cells = new HashMap<>();
        group.forEach(
                flow -> cells.computeIfAbsent(Cell.of(inventory.siteOf(flow).place()), cell -> new ArrayList<>())
                        .add(flow));
        List<Flow> largestFirst = new ArrayList<>(group);
        largestFirst.sort(Comparator.comparingDouble(Flow::perYear).reversed().thenComparing(Flow::id));
        for (Flow seed : largestFirst) {
            if (cells.getOrDefault(Cell.of(inventory.siteOf(seed).place()), List.of())
                    .contains(seed)) {
                List<Flow> members = neighbours(inventory, cells, seed, withinKm);
                members.forEach(member ->
                        cells.get(Cell.of(inventory.siteOf(member).place())).remove(member));
                if (members.size() > 1) {
                    pools.add(pool(inventory, members));
                }
            }
        }
    }

    private static List<Flow> neighbours(Inventory inventory, Map<Cell, List<Flow>> cells, Flow seed, double withinKm) {
        Place centre = inventory.siteOf(seed).place();
        Cell cell = Cell.of(centre);
        int rows = (int) Math.ceil(withinKm / 111.0 / CELL_DEGREES);
        double east = Math.max(0.01, Math.cos(Math.toRadians(centre.latitude())));
        int columns = (int) Math.ceil(withinKm / 111.0 / east / CELL_DEGREES);
        List<Flow> near = new ArrayList<>();
        for (int row = -rows; row <= rows; row++) {
            for (int column = -columns; column <= columns; column++) {
                near.addAll(cells.getOrDefault(new Cell(cell.row() + row, cell.column() + column), List.of()));
            }
        }
        near.removeIf(flow -> km(inventory, seed, flow) > withinKm);
        near.sort(Comparator.comparingDouble((Flow flow) -> km(inventory, seed, flow))
                .thenComparing(Flow::id));
        List<Flow> members = new ArrayList<>(List.of(seed));
        List<String> companies = new ArrayList<>(List.of(inventory.siteOf(seed).company()));
        for (Flow flow : near) {
            String company = inventory.siteOf(flow).company();
            if (members.size() < MOST_MEMBERS && !companies.contains(company)) {
                members.add(flow);
                companies.add(company);
            }
        }
        return members;
    }

    private static double km(Inventory inventory, Flow a, Flow b) {
        return inventory.siteOf(a).place().kmTo(inventory.siteOf(b).place());
    }

    private static Pool pool(Inventory inventory, List<Flow> members) {
        Flow seed = members.getFirst();
        double radius = members.stream()
                .mapToDouble(member -> km(inventory, seed, member))
                .max()
                .orElse(0);
        return new Pool(
                seed.direction(),
                what(seed),
                members.stream().map(Flow::id).toList(),
                members.stream().mapToDouble(Flow::perYear).sum(),
                radius);
    }
}
