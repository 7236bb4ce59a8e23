package org.boucle.app.energyindex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.PostLine;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.VectorLine;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The result of a year in Excel, laid out as table 5 of the note; a second sheet holds the years' indices. */
final class Table5Workbook {
    private Table5Workbook() {}

    static byte[] of(Agreement agreement, Site site, int year, Conversions conversions, Wording words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Boucle", "1.0")) {
            Worksheet table = workbook.newWorksheet(words.t("table5") + " " + year);
            table5(table, agreement, SiteYears.of(agreement, site, year, conversions), words);
            Worksheet series = workbook.newWorksheet(words.t("years"));
            series(series, agreement, site, conversions, words);
        } catch (IOException failure) {
            throw new UncheckedIOException("Writing a workbook", failure);
        }
        return bytes.toByteArray();
    }

    private static void table5(Worksheet sheet, Agreement agreement, SiteYear year, Wording words) {
        String unit = agreement.energyUnit().symbol();
        String[] titles = {
            "",
            words.t("consumer"),
            words.t("e0.long") + " (1)",
            words.t("quantity") + " (2)",
            words.t("theoretical") + " (3) = (1) * (2)",
            words.t("unit")
        };
        String[] units = {"", "", unit + "/" + words.t("unit"), words.t("unit"), unit, ""};
        for (int c = 0; c < titles.length; c++) {
            sheet.value(0, c, titles[c]);
            sheet.value(1, c, units[c]);
            sheet.width(c, c == 1 ? 36 : 22);
        }
        sheet.range(0, 0, 1, titles.length - 1)
                .style()
                .bold()
                .fillColor("DDE7E4")
                .set();
        int at = 2;
        for (Table5.Row row : Table5.rows(year)) {
            write(sheet, at, row, words);
            at++;
        }
        total(sheet, at++, words.t("total.site") + " (1)", year.theoretical());
        for (VectorLine vector : year.vectors()) {
            sheet.value(at, 1, words.t("vector." + vector.use().vector()));
            sheet.value(at, 3, vector.use().quantity());
            sheet.value(at, 4, vector.primary());
            sheet.value(at++, 5, vector.use().unit());
        }
        total(sheet, at++, words.t("real") + " (2)", year.energy().orElse(Double.NaN));
        total(sheet, at, words.t("iee.formula"), year.index().percent().orElse(Double.NaN));
        sheet.style(at, 4).format("0.0").bold().set();
    }

    private static void write(Worksheet sheet, int at, Table5.Row row, Wording words) {
        sheet.value(at, 0, row.number());
        switch (row.kind()) {
            case BLOCK -> {
                sheet.value(at, 1, words.t("block." + row.block().name()));
                sheet.range(at, 0, at, 5).style().bold().fillColor("EEF2F0").set();
            }
            case GROUP -> sheet.value(at, 1, row.label());
            case LINE -> line(sheet, at, row.line().orElseThrow());
            case GROUP_TOTAL -> total(sheet, at, words.t("total"), row.theoretical());
            case BLOCK_TOTAL -> total(sheet, at, words.t("total." + row.block().name()), row.theoretical());
        }
    }

    private static void line(Worksheet sheet, int at, PostLine line) {
        sheet.value(at, 1, line.post().label());
        line.reference().ifPresent(e -> sheet.value(at, 2, e.perUnit()));
        line.quantity().ifPresent(q -> sheet.value(at, 3, q));
        sheet.value(at, 4, line.theoretical());
        sheet.value(at, 5, line.post().unit());
    }

    private static void total(Worksheet sheet, int at, String label, double value) {
        sheet.value(at, 1, label);
        if (Double.isFinite(value)) {
            sheet.value(at, 4, value);
        }
        sheet.range(at, 1, at, 4).style().bold().set();
    }

    private static void series(Worksheet sheet, Agreement agreement, Site site, Conversions table, Wording words) {
        String[] titles = {
            words.t("year"), words.t("real"), words.t("theoretical"), "IEE", words.t("unadjusted"), words.t("target")
        };
        for (int c = 0; c < titles.length; c++) {
            sheet.value(0, c, titles[c]);
            sheet.width(c, 24);
        }
        sheet.range(0, 0, 0, titles.length - 1).style().bold().set();
        int at = 1;
        for (SiteYear year : SiteYears.of(agreement, site, table)) {
            sheet.value(at, 0, year.year());
            if (year.energy().isPresent()) {
                sheet.value(at, 1, year.energy().getAsDouble());
            }
            sheet.value(at, 2, year.theoretical());
            if (year.index().percent().isPresent()) {
                sheet.value(at, 3, year.index().percent().getAsDouble());
            }
            if (year.unadjusted().percent().isPresent()) {
                sheet.value(at, 4, year.unadjusted().percent().getAsDouble());
            }
            if (site.target().isPresent()) {
                sheet.value(at, 5, site.target().get().at(year.year()));
            }
            at++;
        }
    }
}
