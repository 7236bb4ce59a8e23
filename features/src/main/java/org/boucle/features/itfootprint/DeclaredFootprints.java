package org.boucle.features.itfootprint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boucle.core.data.ReferenceTable;

/**
 * Footprints declared by manufacturers (climate only), collected by Boavizta under ODbL: to search, and to see where a
 * bottom-up figure lies among them.
 */
public final class DeclaredFootprints {
    private static final class Shipped {
        private static final DeclaredFootprints INSTANCE =
                new DeclaredFootprints(ReferenceTable.of("it/odbl/declared_footprint.csv"));
    }

    private final List<Product> products;
    private final Map<String, List<Product>> byCategory;

    private DeclaredFootprints(ReferenceTable table) {
        products = table.rows().stream().map(DeclaredFootprints::product).toList();
        byCategory = products.stream()
                .filter(product -> !product.subcategory().isEmpty())
                .collect(Collectors.groupingBy(Product::subcategory, TreeMap::new, Collectors.toList()));
    }

    /**
     * A declaration.
     *
     * @param totalKg whole life, in kg CO2e
     * @param useShare share of the use stage, from 0 to 1
     * @param screenInch size of the screen, where it has one
     */
    public record Product(
            String manufacturer,
            String name,
            String category,
            String subcategory,
            double totalKg,
            OptionalDouble useShare,
            OptionalDouble lifeYears,
            OptionalDouble screenInch,
            String reported,
            String source) {
        /** All but use, in kg CO2e, where the use share is declared. */
        public OptionalDouble embeddedKg() {
            return useShare.isPresent()
                    ? OptionalDouble.of(totalKg * (1 - useShare.getAsDouble()))
                    : OptionalDouble.empty();
        }
    }

    /** How embedded impacts of a category are distributed, in kg CO2e. */
    public record Distribution(String category, int count, double p10, double median, double p90) {
        /** Whether a bottom-up figure lies among what manufacturers declare. */
        public boolean contains(double kg) {
            return kg >= p10 && kg <= p90;
        }
    }

    public static DeclaredFootprints shipped() {
        return Shipped.INSTANCE;
    }

    private static Product product(ReferenceTable.Row row) {
        return new Product(
                row.text("manufacturer"),
                row.text("name"),
                row.text("category"),
                // the database writes some categories in two ways: "Thin client", "Thin Client"
                capitalised(row.text("subcategory")),
                number(row, "gwp_total_kg").orElse(0),
                number(row, "use_share"),
                number(row, "life_years"),
                number(row, "screen_inch"),
                row.text("reported"),
                row.text("source"));
    }

    private static String capitalised(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) || text.isEmpty() || text.equals("IoT")
                ? text
                : text.substring(0, 1) + text.substring(1).toLowerCase(Locale.ROOT);
    }

    private static OptionalDouble number(ReferenceTable.Row row, String column) {
        try {
            String text = row.text(column).replace(',', '.');
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException words) {
            return OptionalDouble.empty();
        }
    }

    public int size() {
        return products.size();
    }

    /** Products whose maker and name contain all words of the text, of one category where it is given. */
    public List<Product> search(String text, Optional<String> category, int atMost) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return products.stream()
                .filter(product -> category.isEmpty() || product.subcategory().equalsIgnoreCase(category.get()))
                .filter(product -> {
                    String all = (product.manufacturer() + " " + product.name()).toLowerCase(Locale.ROOT);
                    return Arrays.stream(words).allMatch(all::contains);
                })
                .limit(atMost)
                .toList();
    }

    /** How many products a search finds. */
    public int count(String text, Optional<String> category) {
        return search(text, category, products.size()).size();
    }

    /** The distributions of all categories that have at least five declarations. */
    public Map<String, Distribution> distributions() {
        Map<String, Distribution> found = new LinkedHashMap<>();
        byCategory.forEach((category, members) ->
                distribution(category, members).ifPresent(distribution -> found.put(category, distribution)));
        return found;
    }

    public Optional<Distribution> distribution(String category) {
        return distribution(category, byCategory.getOrDefault(category, List.of()));
    }

    private static Optional<Distribution> distribution(String category, List<Product> members) {
        double[] kg = members.stream()
                .map(Product::embeddedKg)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        return kg.length < 5
                ? Optional.empty()
                : Optional.of(
                        new Distribution(category, kg.length, quantile(kg, 0.1), quantile(kg, 0.5), quantile(kg, 0.9)));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
