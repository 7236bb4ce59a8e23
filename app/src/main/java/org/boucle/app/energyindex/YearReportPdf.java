package org.boucle.app.energyindex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.boucle.core.decision.ChainEntry;
import org.boucle.features.energyindex.PostLine;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.VectorLine;

/** The yearly report on A4 pages. */
final class YearReportPdf {
    private static final float MARGIN = 48;
    private static final float LEADING = 15;

    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDDocument document;
    private final Wording words;
    private PDPageContentStream out;
    private float y;

    private YearReportPdf(PDDocument document, Wording words) {
        this.document = document;
        this.words = words;
    }

    static byte[] of(YearReport report, Wording words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title(report, words));
            document.getDocumentCatalog().setLanguage(words.language().code());
            YearReportPdf pdf = new YearReportPdf(document, words);
            pdf.write(report);
            document.save(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException("Writing a report", failure);
        }
        return bytes.toByteArray();
    }

    static String title(YearReport report, Wording words) {
        return words.t(
                "report.title",
                Integer.toString(report.year().year()),
                report.site().name());
    }

    private void write(YearReport report) throws IOException {
        newPage();
        text(bold, 17, MARGIN, title(report, words));
        y -= 22;
        String unit = report.agreement().energyUnit().symbol();
        line(words.t(
                "report.head",
                report.agreement().name(),
                report.site().company(),
                report.agreement().scheme()));
        figures(report, unit);
        heading(words.t("table5"));
        table5(report.year(), unit);
        heading(words.t("years"));
        years(report);
        if (!report.decisions().isEmpty()) {
            heading(words.t("decisions"));
            for (ChainEntry entry : report.decisions()) {
                line(entry.sequence() + ". " + entry.time().toString().substring(0, 10) + "  " + entry.author() + "  "
                        + words.t("decision." + entry.kind()) + "  " + entry.subject() + "  "
                        + entry.hash().substring(0, 12));
            }
        }
        out.close();
    }

    private void figures(YearReport report, String unit) throws IOException {
        SiteYear year = report.year();
        String interval = report.uncertainty()
                .filter(u -> u.points() > 0)
                .map(u -> "  ± " + words.n(u.halfWidth(), 1) + " (95 %)")
                .orElse("");
        pair("IEE", words.index(year.index()) + interval + "  " + words.why(year.index()));
        pair(words.t("unadjusted"), words.index(year.unadjusted()));
        report.site().target().ifPresent(t -> pairUnchecked(words.t("target"), words.n(t.at(year.year()), 1)));
        report.gap().ifPresent(g -> pairUnchecked(words.t("gap"), words.signed(g, 1)));
        pair(words.t("saving"), words.n(year.index().saving(), 0) + " " + unit);
        if (year.co2Index().percent().isPresent()) {
            String avoided = words.n(year.co2Index().saving().getAsDouble() / 1000, 0) + " t CO2";
            pair("IGES", words.index(year.co2Index()) + "   " + words.t("avoided") + " " + avoided);
        }
        report.waterfall()
                .ifPresent(f -> pairUnchecked(
                        words.t("waterfall"),
                        words.t("activity") + " " + words.signed(f.activity(), 2) + "   " + words.t("structure") + " "
                                + words.signed(f.structure(), 2) + "   " + words.t("intensity") + " "
                                + words.signed(f.intensity(), 2)));
        if (report.advice().recalibrate()) {
            String why = report.advice().findings().stream()
                    .map(f -> words.t("finding." + f.name()))
                    .collect(Collectors.joining(", "));
            pair(words.t("recalibrate"), why);
        }
    }

    private void pairUnchecked(String label, String value) {
        try {
            pair(label, value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void pair(String label, String value) throws IOException {
        text(plain, 10, MARGIN, label);
        text(bold, 10, MARGIN + 190, value);
        down();
    }

    private void table5(SiteYear year, String unit) throws IOException {
        float[] at = {MARGIN, MARGIN + 30, 330, 420, 545};
        row(bold, at, "", words.t("consumer"), "(1) " + unit + "/" + words.t("unit"), "(2)", "(3) " + unit);
        for (Table5.Row row : Table5.rows(year)) {
            switch (row.kind()) {
                case BLOCK -> row(bold, at, "", words.t("block." + row.block().name()), "", "", "");
                case GROUP -> row(bold, at, row.number(), row.label(), "", "", "");
                case LINE -> tableLine(at, row);
                case GROUP_TOTAL -> row(bold, at, "", words.t("total"), "", "", words.n(row.theoretical(), 0));
                case BLOCK_TOTAL ->
                    row(bold, at, "", words.t("total." + row.block().name()), "", "", words.n(row.theoretical(), 0));
            }
        }
        row(bold, at, "", words.t("total.site") + " (1)", "", "", words.n(year.theoretical(), 0));
        for (VectorLine vector : year.vectors()) {
            String amount =
                    words.n(vector.use().quantity(), 1) + " " + vector.use().unit();
            row(plain, at, "", words.t("vector." + vector.use().vector()), "", amount, words.n(vector.primary(), 0));
        }
        row(bold, at, "", words.t("real") + " (2)", "", "", words.n(year.energy(), 0));
        row(bold, at, "", words.t("iee.formula"), "", "", words.index(year.index()));
    }

    private void tableLine(float[] at, Table5.Row row) throws IOException {
        PostLine line = row.line().orElseThrow();
        String e0 = line.reference().map(e -> words.n(e.perUnit(), 3)).orElse("–");
        String quantity = words.n(line.quantity(), 0) + " " + line.post().unit();
        row(plain, at, row.number(), row.label(), e0, quantity, words.n(row.theoretical(), 0));
    }

    private void years(YearReport report) throws IOException {
        float[] at = {MARGIN, MARGIN + 60, 250, 345, 440};
        row(bold, at, words.t("year"), "IEE", words.t("unadjusted"), words.t("chained"), words.t("target"));
        List<SiteYear> years = report.years();
        for (int i = 0; i < years.size(); i++) {
            SiteYear year = years.get(i);
            String target = report.site()
                    .target()
                    .map(t -> words.n(t.at(year.year()), 1))
                    .orElse("");
            row(
                    plain,
                    at,
                    Integer.toString(year.year()),
                    words.index(year.index()),
                    words.index(year.unadjusted()),
                    words.index(report.series().chained().get(i).index()),
                    target);
        }
    }

    /** The first two cells stand left, the others end at their position. */
    private void row(PDFont font, float[] at, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            float width = i < 2 ? 0 : width(font, cells[i]);
            text(font, 9, at[i] - width, cells[i]);
        }
        down();
    }

    private static float width(PDFont font, String text) throws IOException {
        return font.getStringWidth(printable(text)) / 1000 * 9;
    }

    private void heading(String text) throws IOException {
        y -= 10;
        text(bold, 12, MARGIN, text);
        down();
    }

    private void line(String text) throws IOException {
        text(plain, 9, MARGIN, text);
        down();
    }

    private void text(PDFont font, float size, float x, String text) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(printable(text));
        out.endText();
    }

    private void down() throws IOException {
        y -= LEADING;
        if (y < MARGIN) {
            newPage();
        }
    }

    private void newPage() throws IOException {
        if (out != null) {
            out.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        out = new PDPageContentStream(document, page);
        y = page.getMediaBox().getHeight() - MARGIN;
    }

    /** The standard fonts know Western European letters only. */
    private static String printable(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean space = Character.isSpaceChar(c) || Character.isISOControl(c);
            boolean known = (c < 0x100 && c >= 0x20) || c == 0x2013 || c == 0x2019 || c == 0x20AC;
            plain.appendCodePoint(space ? ' ' : c == 0x2212 || c == 0xAD ? '-' : known ? c : '?');
        });
        return plain.toString();
    }
}
