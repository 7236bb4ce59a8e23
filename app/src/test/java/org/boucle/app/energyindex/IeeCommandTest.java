package org.boucle.app.energyindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boucle.app.cli.CommandLineHouse;
import org.boucle.app.server.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class IeeCommandTest {
    @TempDir
    private Path directory;

    private record Outcome(int code, String out, String err) {}

    private static Outcome iee(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new IeeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Outcome(CommandLineHouse.execute(line, arguments), out.toString(), err.toString());
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void fromTheTemplateToTheReport() throws Exception {
        assertThat(iee("template", file("t.xlsx"), "--language", "fr").code()).isZero();
        assertThat(iee("check", file("t.xlsx")).out()).contains("example-1");
        assertThat(iee("index", file("t.xlsx")).out()).contains("81.0");
        assertThat(iee("convert", file("t.xlsx"), file("t.yaml")).code()).isZero();
        assertThat(iee("index", file("t.yaml"), "--format", "csv").out())
                .contains("example-1,2012,202500,250000,81.0,81.0,81.0");
        assertThat(iee("report", file("t.yaml"), file("r.pdf"), "--year", "2012")
                        .code())
                .isZero();
        assertThat(iee("report", file("t.yaml"), file("r.xlsx"), "--language", "en")
                        .code())
                .isZero();
        assertThat(Files.size(directory.resolve("r.pdf"))).isGreaterThan(1000);
    }

    @Test
    void aWholeSectorInOneCommand() {
        Outcome sector = iee("sector", "--generate", "300x40x12", "--format", "json");
        assertThat(sector.code()).isZero();
        JsonNode years = Json.read(sector.out()).path("years");
        assertThat(years.size()).isEqualTo(12);
        JsonNode last = years.get(11);
        assertThat(last.path("members").asInt()).isEqualTo(300);
        JsonNode fall = last.path("waterfall");
        double sum = fall.path("from").asDouble()
                + fall.path("activity").asDouble()
                + fall.path("structure").asDouble()
                + fall.path("intensity").asDouble();
        assertThat(sum).isEqualTo(last.path("iee").asDouble(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aSectorFromAFileIsTheSame() {
        assertThat(iee("generate", "8x6x5", file("s")).code()).isZero();
        assertThat(iee("sector", file("s")).out())
                .isEqualTo(iee("sector", "--generate", "8x6x5").out());
    }

    @Test
    void badInputEndsWithOneAndItsPlace() throws Exception {
        Files.writeString(directory.resolve("bad.yaml"), "Agreement: [{id: a, scheme: primary, unit: kWh}]\n");
        Outcome bad = iee("index", file("bad.yaml"));
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err()).contains("bad.yaml").doesNotContain("Exception");
        assertThat(iee("index", file("none.yaml")).code()).isEqualTo(1);
        assertThat(iee("sector", "--generate", "many").code()).isEqualTo(1);
        assertThat(iee("index").code()).isEqualTo(2);
    }

    @Test
    void performanceIndicatorFromCsv() throws Exception {
        StringBuilder csv = new StringBuilder("month,energy,tonnes\n");
        for (int m = 1; m <= 18; m++) {
            csv.append(m)
                    .append(',')
                    .append(100 + 2 * (m % 7) * 10 - (m > 12 ? 15 : 0))
                    .append(',')
                    .append(m % 7 * 10);
            csv.append('\n');
        }
        Files.writeString(directory.resolve("energy.csv"), csv);
        Outcome fitted =
                iee("enpi", file("energy.csv"), "--energy", "energy", "--variables", "tonnes", "--baseline", "12");
        assertThat(fitted.out()).contains("R2 1").contains("(constant)").contains("90");
        Outcome bad = iee("enpi", file("energy.csv"), "--energy", "power", "--variables", "tonnes", "--baseline", "12");
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err()).contains("energy.csv").contains("month");
    }

    @Test
    void importAndVerify() {
        iee("template", file("t.xlsx"));
        assertThat(iee("import", file("t.xlsx"), "--data", file("data")).code()).isZero();
        Outcome verified = iee("verify", "--data", file("data"));
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("example-1");
        Outcome cut = iee("verify", "--data", file("data"), "--head", "f".repeat(64));
        assertThat(List.of(cut.code())).containsExactly(1);
    }
}
