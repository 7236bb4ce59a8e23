package org.boucle.core.impact.lca;

import static java.math.MathContext.DECIMAL128;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.boucle.core.impact.solver.DenseElimination;
import org.boucle.core.impact.solver.SparseMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The USLCI database solved by openLCA, against this engine. */
class UslciOracleTest {
    /** GWP100 of AR6 under the names that the oracle's flows carry. */
    private static final Map<String, Double> GWP = Map.of(
            "Carbon dioxide", 1.0,
            "Carbon dioxide, fossil", 1.0,
            "Methane", 29.8,
            "Methane, fossil", 29.8,
            "Methane, biogenic", 27.0,
            "Dinitrogen monoxide", 273.0,
            "Nitrous oxide", 273.0,
            "Sulfur hexafluoride", 24300.0,
            "Ethane, hexafluoro-, HFC-116", 12400.0,
            "Methane, tetrafluoro-, CFC-14", 7380.0);

    private static Path folder;
    private static LifeCycleEngine engine;

    @BeforeAll
    static void read() throws IOException {
        folder = shared().resolve("oracle/lca/uslci");
        assumeTrue(Files.isDirectory(folder), "skipped: the USLCI oracle is not at " + folder + " (set BOUCLE_SHARED)");
        LifeCycleDatabase database = new LifeCycleDatabase(
                matrix(folder.resolve("uslci_A.csv"), 1022), matrix(folder.resolve("uslci_B.csv"), 3603));
        engine = LifeCycleEngine.of(database);
    }

    private static Path shared() {
        String given = System.getProperty("boucle.shared", System.getenv("BOUCLE_SHARED"));
        return Path.of(given == null ? "../../shared" : given);
    }

    private static SparseMatrix matrix(Path file, int rows) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int[] row = new int[lines.size()];
        int[] column = new int[lines.size()];
        double[] value = new double[lines.size()];
        for (int k = 0; k < row.length; k++) {
            String[] cells = lines.get(k).split(",");
            row[k] = Integer.parseInt(cells[0]);
            column[k] = Integer.parseInt(cells[1]);
            value[k] = Double.parseDouble(cells[2]);
        }
        return SparseMatrix.of(rows, 1022, row, column, value);
    }

    @Test
    void everyInventoryEqualsThatOfOpenLca() throws IOException {
        int checked = 0;
        int noise = 0;
        DenseElimination dense = DenseElimination.of(engine.database().technosphere());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("openlca_2.4.0_inventories.csv.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                double[] expected = new double[cells.length - 1];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = Double.parseDouble(cells[i + 1]);
                }
                Inventory inventory = engine.solve(Demand.of(Integer.parseInt(cells[0]), 1));
                int product = Integer.parseInt(cells[0]);
                noise += requireOnlyNoise(product, inventory, expected);
                assertThat(inventory.residual()).isLessThan(1e-14);
                double[] scaling = dense.solve(Demand.of(product, 1).toVector(1022));
                assertThat(engine.database().biosphere().times(scaling))
                        .as("openLCA's own arithmetic, to the last bit")
                        .containsExactly(expected);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(73);
        assertThat(noise)
                .as("entries of 263,019 where openLCA's dense elimination itself is off")
                .isLessThanOrEqualTo(4);
    }

    /**
     * Where the two differ by more than the tolerance, 34-digit arithmetic must confirm this engine to 1e-12, and
     * openLCA must be within 1e-11 of the largest entry: the rounding of a dense elimination. Returns how often.
     */
    private static int requireOnlyNoise(int product, Inventory inventory, double[] expected) {
        List<Integer> misses = misses(inventory.interventions(), expected);
        if (!misses.isEmpty()) {
            double[] exact = exactInterventions(product);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i : misses) {
                double actual = inventory.interventions()[i];
                assertThat(actual).isCloseTo(exact[i], within(1e-12 * Math.abs(exact[i]) + 1e-25));
                assertThat(expected[i]).isCloseTo(actual, within(1e-11 * largest));
            }
        }
        return misses.size();
    }

    private static double[] exactInterventions(int product) {
        SparseMatrix a = engine.database().technosphere();
        BigDecimal[] s = new BigDecimal[a.columns()];
        Arrays.fill(s, BigDecimal.ZERO);
        for (int step = 0; step < 3; step++) {
            BigDecimal[] rest = new BigDecimal[a.rows()];
            Arrays.fill(rest, BigDecimal.ZERO);
            rest[product] = BigDecimal.ONE;
            a.forEach((i, j, value) ->
                    rest[i] = rest[i].subtract(new BigDecimal(value).multiply(s[j], DECIMAL128), DECIMAL128));
            double[] rounded =
                    Arrays.stream(rest).mapToDouble(BigDecimal::doubleValue).toArray();
            double[] correction = engine.system().solve(rounded).values();
            Arrays.setAll(s, j -> s[j].add(new BigDecimal(correction[j]), DECIMAL128));
        }
        BigDecimal[] g = new BigDecimal[engine.database().interventions()];
        Arrays.fill(g, BigDecimal.ZERO);
        engine.database()
                .biosphere()
                .forEach((i, j, value) ->
                        g[i] = g[i].add(new BigDecimal(value).multiply(s[j], DECIMAL128), DECIMAL128));
        return Arrays.stream(g).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** Entries that differ by more than 1e-9 of themselves and 1e-12 of the largest entry. */
    private static List<Integer> misses(double[] actual, double[] expected) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        List<Integer> misses = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            double miss = Math.abs(actual[i] - expected[i]);
            if (miss > 1e-12 * largest && miss > 1e-9 * Math.abs(expected[i])) {
                misses.add(i);
            }
        }
        return misses;
    }

    @Test
    void everyGwpEqualsThatOfTheOracleToItsSixDigits() throws IOException {
        Intensities intensities = engine.adjoint(gwp());
        Map<String, Integer> products = products();
        List<String> lines = Files.readAllLines(folder.resolve("gwp_ar6_per_product.csv"));
        int checked = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            double expected = Double.parseDouble(cells.get(0));
            int product = products.get(cells.get(1) + " " + cells.get(3));
            // Two products of the oracle hold the rounding noise of a dense solver, below 1e-14, where this engine is
            // 0.
            assertThat(intensities.of(product, 0))
                    .as(line)
                    .isCloseTo(expected, within(5.1e-6 * Math.abs(expected) + 1e-14));
            checked++;
        }
        assertThat(checked).isEqualTo(511);
    }

    private static Characterisation gwp() throws IOException {
        List<Integer> flows = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("envi_index.tsv"))) {
            String[] cells = line.split("\t");
            Double factor = GWP.get(cells[2]);
            if (factor != null && cells[3].equals("false")) {
                flows.add(Integer.parseInt(cells[0]));
                factors.add(factor);
            }
        }
        return new Characterisation(SparseMatrix.of(
                1,
                3603,
                new int[flows.size()],
                flows.stream().mapToInt(Integer::intValue).toArray(),
                factors.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static Map<String, Integer> products() throws IOException {
        Map<String, Integer> products = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("tech_index.tsv"))) {
            String[] cells = line.split("\t");
            products.put(cells[1] + " " + cells[3], Integer.parseInt(cells[0]));
        }
        return products;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
