package org.boucle.app.lca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InventoryCommandTest {
    private static final String TEXTBOOK_A = "0,0,-2\n0,1,100\n1,0,10\n";
    private static final String TEXTBOOK_B = "row,column,value\n0,0,1\n0,1,10\n1,0,0.1\n1,1,2\n2,1,-50\n";

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    private Outcome run(Path a, Path b, String... more) {
        return run("inventory", a, b, more);
    }

    private static Outcome run(String command, Path a, Path b, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new LcaCommand());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {command, "--technosphere", a.toString(), "--biosphere", b.toString()},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new Outcome(CommandLineHouse.execute(line, arguments), out.toString(), err.toString());
    }

    private Outcome run(String a, String b, String... more) throws IOException {
        Path technosphere = Files.writeString(folder.resolve("A.csv"), a);
        Path biosphere = Files.writeString(folder.resolve("B.csv"), b);
        return run(technosphere, biosphere, more);
    }

    @Test
    void printsTheTextbookInventory() throws IOException {
        Outcome outcome = run(TEXTBOOK_A, TEXTBOOK_B, "--demand", "0", "--amount", "1000", "--format", "csv");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).containsExactly("row,value", "0,120.0", "1,14.0", "2,-100.0");
        assertThat(outcome.err()).contains("residual");
    }

    @Test
    void printsJsonAndATable() throws IOException {
        assertThat(run(TEXTBOOK_A, TEXTBOOK_B, "--demand", "0", "--amount", "1000", "--format", "json")
                        .out())
                .contains("{\"row\": 0, \"value\": 120.0}")
                .contains("\"residual\"");
        assertThat(run(TEXTBOOK_A, TEXTBOOK_B, "--demand", "0", "--amount", "1000")
                        .out())
                .contains("0  120.0");
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        String[] technospheres = {
            "row,column,value\r\n0,0,-2\r\n\r\n0,1,1E2\r\n1,0,1.0e+1\r\n",
            "\uFEFF\n# exported\n\"row\";\"column\";\"value\"\n0;0;-2,0\n0;1;100,0\n1;0;10\n",
            "0\t0\t-2\n0\t1\t100\n1\t0\t4\n1\t0\t6",
            "0, 0, -2\n 0,1 ,1e2\n1.0,0,10\n\n\n"
        };
        for (String technosphere : technospheres) {
            Outcome outcome = run(technosphere, TEXTBOOK_B, "--demand", "0", "--amount", "-1000", "--format", "csv");
            assertThat(outcome.err()).as(technosphere).contains("residual");
            assertThat(outcome.out().lines()).containsExactly("row,value", "0,-120.0", "1,-14.0", "2,100.0");
        }
    }

    @Test
    void refusesAColumnThatIsNone() throws IOException {
        for (String column : new String[] {"2", "-1", "x", "1e9", "99999999999"}) {
            Outcome outcome = run(TEXTBOOK_A, TEXTBOOK_B, "--demand", column, "--format", "csv");
            assertThat(outcome.code()).as(column).isNotZero();
            assertThat(outcome.out()).as(column).isEmpty();
            assertThat(outcome.err()).as(column).isNotEmpty().doesNotContain("\tat ");
        }
    }

    @Test
    void theDenseSolverGivesTheSame() throws IOException {
        Outcome outcome = run(
                TEXTBOOK_A, TEXTBOOK_B, "--demand", "0", "--amount", "1000", "--format", "csv", "--solver", "dense");
        assertThat(outcome.out().lines()).containsExactly("row,value", "0,120.0", "1,14.0", "2,-100.0");
    }

    @Test
    void namesEveryFaultWithItsPlace() throws IOException {
        Outcome outcome = run("0,0,1\n1,x,2\n-1,0,3\n1,1,NaN\n5\n9999999999,0,1\n", TEXTBOOK_B, "--demand", "0");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(5).allMatch(line -> line.startsWith("A.csv › "));
    }

    @Test
    void saysWhyASystemHasNoSolution() throws IOException {
        assertThat(run("0,0,1\n1,0,-1\n0,1,-1\n1,1,1\n", TEXTBOOK_B, "--demand", "0")
                        .code())
                .isEqualTo(1);
        assertThat(run("0,0,1\n1,0,-1\n", TEXTBOOK_B, "--demand", "0").err()).isNotEmpty();
        assertThat(run(TEXTBOOK_A, TEXTBOOK_B, "--demand", "7").err()).contains("7");
        assertThat(run(folder.resolve("none.csv"), folder.resolve("none.csv"), "--demand", "0")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void tellsHowSureAnImpactIsAndWhetherItIsTheSmallerOne() throws IOException {
        Path a = Files.writeString(folder.resolve("A.csv"), TEXTBOOK_A);
        Path b = Files.writeString(folder.resolve("B.csv"), TEXTBOOK_B);
        Path c = Files.writeString(folder.resolve("C.csv"), "0,0,1\n");
        Outcome outcome = run(
                "uncertainty", a, b, "--demand", "0", "--amount", "1000", "--against", "1", "--factors", c.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "impact,120.0",
                        "share of variance of technosphere row 0 column 0,1.0",
                        "probability by runs,0.0");
        assertThat(run("uncertainty", a, b, "--demand", "0", "--factors", c.toString(), "--gsd", "0.5")
                        .err())
                .contains("0.5");
    }

    @Test
    void aFarIndexEndsInAShortExplanation() throws IOException {
        Outcome outcome = run("0,0,1\n999999,999999,1\n", TEXTBOOK_B, "--demand", "0");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("… (999998)").hasSizeLessThan(1000);
    }

    @Test
    void damagedFilesNeverEndInAStackTrace() throws IOException {
        Random random = new Random(5);
        for (int k = 0; k < 300; k++) {
            StringBuilder damaged = new StringBuilder(TEXTBOOK_A);
            for (int c = 0; c < 1 + random.nextInt(4); c++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) (random.nextInt(96) + 10));
            }
            Outcome outcome = run(damaged.toString(), TEXTBOOK_B, "--demand", "0", "--format", "csv");
            assertThat(outcome.code()).isLessThan(2);
            assertThat(outcome.err()).as(damaged.toString()).doesNotContain("\tat ");
        }
    }

    @Test
    void solvesTheUslciMatricesLikeOpenLca() throws IOException {
        Path uslci = Shared.file("oracle/lca/uslci");
        Outcome outcome =
                run(uslci.resolve("uslci_A.csv"), uslci.resolve("uslci_B.csv"), "--demand", "35", "--format", "csv");
        assertThat(outcome.out().lines()).hasSize(3604);
        String third = outcome.out().lines().skip(3).findFirst().orElseThrow();
        assertThat(Double.parseDouble(third.substring(2))).isCloseTo(34.55738, within(1e-9));
    }
}
