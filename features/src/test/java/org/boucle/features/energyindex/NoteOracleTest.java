package org.boucle.features.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The note's tables, cell by cell, to the printed digit. */
class NoteOracleTest {
    private static final Conversions TABLE = Conversions.primaryOnly();

    @ParameterizedTest
    @CsvSource({
        "example1_table1_1_plan.csv, 2013, 2013",
        "example1_table1_2_B_stops_2008.csv, 2013, 2008",
        "example1_table1_3_A_stops_2008.csv, 2008, 2013"
    })
    void example1(String file, int aStops, int bStops) {
        Agreement agreement = NoteExamples.example1(aStops, bStops);
        Site site = agreement.sites().getFirst();
        for (Map<String, String> row : oracle(file)) {
            SiteYear year = SiteYears.of(agreement, site, Integer.parseInt(row.get("year")), TABLE);
            for (PostLine line : year.lines()) {
                String id = line.post().id();
                printed(line.quantity(), 0, row.get("P_" + id + "_t"));
                printed(line.metered(), 3, row.get("C_" + id + "_MWh"));
                printed(line.metered(), 0, row.get("C_" + id + "_disp"));
                printed(line.theoretical(), 0, row.get("R_" + id + "_MWh"));
                printed(line.index().orElseThrow().percent(), 4, row.get("IEE_" + id + "_pct"));
                printed(line.index().orElseThrow().percent(), 1, row.get("IEE_" + id + "_disp"));
                printed(line.reference().orElseThrow().perUnit(), decimals(row.get("e0_" + id)), row.get("e0_" + id));
                if (line.quantity().getAsDouble() > 0) {
                    printed(line.specificConsumption(), 6, row.get("e_" + id + "_MWh_t"));
                    printed(line.specificConsumption(), 2, row.get("e_" + id + "_disp"));
                }
            }
            printed(year.index().percent(), 4, row.get("IEE_tot_pct"));
            printed(year.index().percent(), 1, row.get("IEE_tot_disp"));
        }
    }

    @Test
    void example2() {
        Agreement agreement = NoteExamples.example2();
        Site site = agreement.sites().getFirst();
        for (Map<String, String> row : oracle("example2_table2_1_entrant_2005.csv")) {
            SiteYear year = SiteYears.of(agreement, site, Integer.parseInt(row.get("year")), TABLE);
            PostLine a = year.lines().getFirst();
            printed(a.metered(), 3, row.get("C_A_MWh"));
            printed(a.theoretical(), 0, row.get("R_A_MWh"));
            printed(a.index().orElseThrow().percent(), 4, row.get("IEE_A_pct"));
            printed(a.index().orElseThrow().percent(), 1, row.get("IEE_A_disp"));
            double rB = year.theoretical() - a.theoretical();
            printed(rB, 0, row.get("R_B_MWh"));
            printed(year.energy().getAsDouble() - a.metered().getAsDouble(), 0, row.get("C_B_MWh"));
            printed(year.unadjusted().percent(), 4, row.get("IEE_unadjusted_pct"));
            printed(year.unadjusted().percent(), 1, row.get("IEE_unadj_disp"));
            printed(year.index().percent(), 4, row.get("IEE_adjusted_pct"));
            printed(year.index().percent(), 1, row.get("IEE_adj_disp"));
            double iA = a.index().orElseThrow().percent().getAsDouble() / 100;
            double direct = year.index().percent().getAsDouble() - 100 * iA;
            printed(direct, 6, row.get("delta_points"));
            printed(100 * Perturbation.delta(iA, rB / a.theoretical()), 6, row.get("delta_annex_formula_points"));
        }
    }

    @ParameterizedTest
    @CsvSource({"example3_table3_1_reconstructed.csv, 3", "example4_table4_1_reconstructed.csv, 4"})
    void examples3And4(String file, int number) {
        Agreement agreement = number == 3 ? NoteExamples.example3() : NoteExamples.example4();
        Site site = agreement.sites().getFirst();
        for (Map<String, String> row : oracle(file)) {
            SiteYear year = SiteYears.of(agreement, site, Integer.parseInt(row.get("year")), TABLE);
            printed(year.energy(), 3, row.get("C_MWh"));
            printed(year.unadjusted().percent(), 4, row.get("IEE_unadj_pct"));
            printed(year.unadjusted().percent(), 1, row.get("unadj_disp"));
            printed(year.theoretical(), 0, row.get("R_adjusted_MWh"));
            printed(year.index().percent(), 4, row.get("IEE_adj_pct"));
            printed(year.index().percent(), 1, row.get("adj_disp"));
            printed(year.lines().getFirst().specificConsumption(), 6, row.get("e_E1"));
            double unadjusted = year.lines().stream()
                    .mapToDouble(PostLine::unadjustedTheoretical)
                    .sum();
            printed(unadjusted, 0, row.get("R_unadjusted_MWh"));
            double e1 = year.lines().getFirst().specificConsumption().getAsDouble();
            printed(100 * (e1 + 0.54) / 1.5, 4, row.get("IEE_plan_pct"));
            printed(100 * (e1 + 0.54) / 1.5, 1, row.get("plan_disp"));
        }
    }

    @Test
    void annexGrid() {
        List<Map<String, String>> rows = oracle("annex_perturbation_grid.csv");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(70);
        for (Map<String, String> row : rows) {
            double index = Double.parseDouble(row.get("IEE_A"));
            double share = exact(row.get("CB_over_RA"));
            printed(Perturbation.with(index, share), 10, row.get("IEE_A_plus_B_exact"));
            printed(Perturbation.with(index, share) - index, 10, row.get("delta_direct"));
            printed(Perturbation.delta(index, share), 10, row.get("delta_formula"));
            assertThat(Perturbation.largestShare(index, Perturbation.delta(index, share)))
                    .hasValueCloseTo(share, within(1e-9));
        }
    }

    @Test
    void annexInverse() {
        assertThat(Perturbation.largestShare(0.75, 0.01)).hasValueCloseTo(0.0416667, within(5e-8));
        assertThat(Perturbation.largestShare(0.75, 0.25)).isEmpty();
    }

    /** The note's claims in words: 19 %, 25 % if B stops, 10 % if A stops, 81.4 % against 79.6 %. */
    @Test
    void claims() {
        assertThat(at2012(NoteExamples.example1())).isEqualTo("81.0");
        assertThat(at2012(NoteExamples.example1(2013, 2008))).isEqualTo("75.0");
        assertThat(at2012(NoteExamples.example1(2008, 2013))).isEqualTo("90.0");
        assertThat(at2012(NoteExamples.example2())).isEqualTo("79.6");
    }

    private static String at2012(Agreement agreement) {
        SiteYear year = SiteYears.of(agreement, agreement.sites().getFirst(), 2012, TABLE);
        return round(year.index().percent().getAsDouble(), 1);
    }

    /** The grid prints the share of example 2 cut to ten digits; its own columns use 34000 / 150000. */
    private static double exact(String share) {
        return share.startsWith("0.22666") ? 34_000.0 / 150_000 : Double.parseDouble(share);
    }

    private static void printed(OptionalDouble value, int decimals, String expected) {
        if (expected.isEmpty()) {
            assertThat(value).isEmpty();
        } else {
            printed(value.orElseThrow(), decimals, expected);
        }
    }

    private static void printed(double value, int decimals, String expected) {
        assertThat(new BigDecimal(round(value, decimals))).isEqualByComparingTo(expected);
    }

    private static String round(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static int decimals(String printed) {
        return printed.contains(".") ? printed.length() - printed.indexOf('.') - 1 : 0;
    }

    private static List<Map<String, String>> oracle(String file) {
        Path path = shared().resolve("oracle/iee").resolve(file);
        assumeTrue(Files.exists(path), "SKIPPED: no oracle " + path + "; set BOUCLE_SHARED to its place");
        try {
            List<String> lines = Files.readAllLines(path);
            String[] names = lines.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path shared() {
        String set = System.getProperty("boucle.shared", System.getenv("BOUCLE_SHARED"));
        return Path.of(set == null ? "../../shared" : set);
    }
}
