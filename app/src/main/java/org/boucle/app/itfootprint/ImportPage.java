package org.boucle.app.itfootprint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Form;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Messages;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;

/** An inventory in CSV or Excel, its result as a table and as CSV. Nothing is kept: the page carries the file along. */
final class ImportPage {
    private static final int LARGEST_FILE = 4 << 20;
    private static final int MOST_ROWS = 20;
    private static final List<Criterion> COLUMNS = List.of(Criterion.GWP, Criterion.PE, Criterion.ADP);

    private final Messages messages;

    ImportPage(Messages messages) {
        this.messages = messages;
    }

    void register(Routes routes, Access access) {
        routes.page("/it/import", access, exchange -> show(exchange, 200, Optional.empty(), List.of(), ""))
                .form("/it/import", access, this::weigh)
                .form("/it/import/result.csv", access, this::csv);
    }

    private void weigh(Exchange exchange) {
        try {
            Form form = exchange.form();
            Optional<Form.Upload> file = form.file("file");
            String name = file.map(Form.Upload::name).orElse("text");
            byte[] content = content(form, file);
            Inventory.Result result = result(exchange, name, content);
            List<String> header = COLUMNS.stream()
                    .map(criterion -> exchange.text("itfootprint.criterion." + criterion.key()))
                    .toList();
            show(exchange, 200, Optional.of(table(exchange, header, result)), List.of(), packed(content));
        } catch (BadInput bad) {
            List<String> issues = bad.issues().stream()
                    .limit(50)
                    .map(issue -> issue.text(messages, exchange.language()))
                    .toList();
            show(exchange, 400, Optional.empty(), issues, "");
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading an inventory", failure);
        }
    }

    private static byte[] content(Form form, Optional<Form.Upload> file) throws IOException {
        if (file.isEmpty()) {
            return form.text("text").getBytes(StandardCharsets.UTF_8);
        }
        if (Files.size(file.get().path()) > LARGEST_FILE) {
            throw BadInput.of(Place.ofFile(file.get().name()), "it.file-size", LARGEST_FILE >> 20);
        }
        return Files.readAllBytes(file.get().path());
    }

    private static Inventory.Result result(Exchange exchange, String name, byte[] content) {
        return Inventory.read(name, content, exchange.language()).weigh(name, ItFootprint.shipped());
    }

    private static ImportTable table(Exchange exchange, List<String> header, Inventory.Result result) {
        List<ImportTable.Row> rows = new ArrayList<>();
        for (Inventory.Weighed weighed :
                result.lines().stream().limit(MOST_ROWS).toList()) {
            rows.add(new ImportTable.Row(
                    weighed.line().row(),
                    title(exchange, weighed.line().setup()),
                    "/it/configure/" + weighed.line().setup().kind() + "?"
                            + weighed.line().setup().address(),
                    weighed.line().quantity(),
                    cells(weighed.totals())));
        }
        double quantity = result.lines().stream()
                .mapToDouble(weighed -> weighed.line().quantity())
                .sum();
        return new ImportTable(
                header,
                COLUMNS.stream().map(Criterion::unit).toList(),
                rows,
                quantity,
                cells(result.totals()),
                result.lines().size());
    }

    /** Names of archetypes and devices in the user's language where there is one. */
    private static String title(Exchange exchange, Setup setup) {
        String title = setup.title();
        String named = exchange.text("itfootprint.option." + title);
        return exchange.text("itfootprint." + setup.kind() + ".title") + " · "
                + (named.startsWith("[") ? title : named);
    }

    private static List<Optional<Estimate>> cells(Map<Criterion, Estimate> totals) {
        return COLUMNS.stream()
                .map(criterion -> Optional.ofNullable(totals.get(criterion)))
                .toList();
    }

    private static void show(
            Exchange exchange, int status, Optional<ImportTable> table, List<String> issues, String packed) {
        exchange.render(
                status,
                "itfootprint/import.jte",
                exchange.page("itfootprint.import.title"),
                Map.of("table", table, "issues", issues, "packed", packed));
    }

    private void csv(Exchange exchange) {
        Inventory.Result result =
                result(exchange, "inventory", unpacked(exchange.form().text("inventory")));
        StringBuilder csv = new StringBuilder("row,item,quantity,criterion,unit,value,min,max\n");
        for (Inventory.Weighed weighed : result.lines()) {
            String item = weighed.line().setup().title().replace("\"", "\"\"");
            // a leading sign would make a formula of a name in a spreadsheet
            String safe = item.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + item : item;
            String start =
                    weighed.line().row() + ",\"" + safe + "\"," + weighed.line().quantity();
            weighed.totals().forEach((criterion, estimate) -> line(csv, start, criterion, estimate));
        }
        result.totals().forEach((criterion, estimate) -> line(csv, ",total,", criterion, estimate));
        exchange.csv("footprint-inventory.csv", csv.toString());
    }

    private static void line(StringBuilder csv, String start, Criterion criterion, Estimate estimate) {
        csv.append(start).append(',').append(criterion.key()).append(',').append(criterion.unit());
        for (double value : new double[] {estimate.value(), estimate.min(), estimate.max()}) {
            csv.append(',').append(value);
        }
        csv.append('\n');
    }

    private static String packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static byte[] unpacked(String text) {
        try (InputStream zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return zip.readNBytes(LARGEST_FILE);
        } catch (IOException | IllegalArgumentException malformed) {
            throw BadInput.of(Place.ofField("inventory"), "it.file");
        }
    }
}
