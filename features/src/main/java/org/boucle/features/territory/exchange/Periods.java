package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.features.territory.inventory.Flow;

/** How a plan cuts the year: an exchange must fit in every period, storage apart. */
public enum Periods {
    YEAR(new int[][] {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}}),
    /** Winter (December to February), spring, summer, autumn. */
    SEASONS(new int[][] {{11, 0, 1}, {2, 3, 4}, {5, 6, 7}, {8, 9, 10}}),
    QUARTERS(new int[][] {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {9, 10, 11}}),
    MONTHS(new int[][] {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}});

    private final int[][] months;

    Periods(int[][] months) {
        this.months = months;
    }

    public static Optional<Periods> find(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public int count() {
        return months.length;
    }

    /** Share of the year, by months. */
    public double share() {
        return 1.0 / months.length;
    }

    /** A flow's amount in each period, by its months. */
    public List<Double> amounts(Flow flow) {
        if (this == YEAR) {
            return List.of(flow.perYear());
        }
        List<Double> amounts = new ArrayList<>();
        for (int[] period : months) {
            amounts.add(flow.perYear()
                    * Arrays.stream(period)
                            .mapToDouble(month -> flow.profile().share(month))
                            .sum());
        }
        return amounts;
    }
}
