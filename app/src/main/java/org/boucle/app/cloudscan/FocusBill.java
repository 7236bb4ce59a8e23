package org.boucle.app.cloudscan;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.service.CloudResource;

/**
 * Instance-hours of a bill in the FOCUS format (FinOps Open Cost and Usage Specification 1.0 to 1.2). Lines of one resource
 * add up. The instance type stands in {@code SkuPriceDetails}, in a provider's own column, or in the description; lines
 * without one are left out, and their number is told.
 */
final class FocusBill {
    private static final int MOST_LINES = 5_000_000;
    private static final Map<String, String> PROVIDERS = Map.of(
            "amazon", "aws", "aws", "aws", "microsoft", "azure", "azure", "azure", "google", "gcp", "gcp", "gcp");
    private static final List<String> TYPE_COLUMNS =
            List.of("x_InstanceType", "x_SkuInstanceType", "x_VmSize", "InstanceType", "x_MachineType");
    private static final Pattern IN_DETAILS =
            Pattern.compile("\"(?:x_)?(?:InstanceType|MachineType|ServiceType|VMSize)\"\\s*:\\s*\"([^\"]{2,60})\"");
    private static final Pattern IN_TEXT = Pattern.compile("\\b([a-z][a-z0-9-]{1,9}\\.[a-z0-9]{4,12})\\b");

    private final Map<String, Line> found = new LinkedHashMap<>();
    private final Issues issues = new Issues();
    private final String file;
    private long leftOut;

    private record Line(String provider, String region, String type, double hours) {}

    private FocusBill(String file) {
        this.file = file;
    }

    /** What a bill held: resources with their own hours, and how many lines were no instance-hours. */
    record Content(List<CloudResource> resources, long linesLeftOut) {}

    static Content read(String file, Reader text) {
        FocusBill bill = new FocusBill(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (String column : List.of("ConsumedQuantity", "ConsumedUnit", "ResourceId")) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    bill.issues.add(Place.ofFile(file).withColumn(column), "cloudscan.column", column);
                }
            }
            bill.issues.throwIfAny();
            for (CSVRecord record : parser) {
                bill.line(record);
            }
        } catch (CSVException | IllegalArgumentException | UncheckedIOException malformed) {
            throw BadInput.of(Place.ofFile(file), "cloudscan.csv");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        bill.issues.throwIfAny();
        return new Content(bill.resources(), bill.leftOut);
    }

    private void line(CSVRecord record) {
        int row = (int) Math.min(Integer.MAX_VALUE, record.getRecordNumber() + 1);
        if (row > MOST_LINES) {
            throw BadInput.of(Place.ofFile(file), "cloudscan.long", MOST_LINES);
        }
        String unit = cell(record, "ConsumedUnit").toLowerCase(Locale.ROOT);
        String type = type(record);
        String id = cell(record, "ResourceId");
        if (!unit.startsWith("hour") && !unit.equals("hrs") || type.isEmpty() || id.isEmpty()) {
            leftOut++;
            return;
        }
        double hours;
        try {
            hours = Double.parseDouble(cell(record, "ConsumedQuantity"));
        } catch (NumberFormatException notANumber) {
            hours = Double.NaN;
        }
        if (!(hours >= 0) || Double.isInfinite(hours)) {
            issues.add(
                    Place.ofRow(file, row).withColumn("ConsumedQuantity"),
                    "cloudscan.hours",
                    cell(record, "ConsumedQuantity"));
            return;
        }
        Line fresh = new Line(provider(record), region(record), type, hours);
        found.merge(id, fresh, (a, b) -> new Line(a.provider(), a.region(), a.type(), a.hours() + b.hours()));
    }

    private static String provider(CSVRecord record) {
        String name = cell(record, "ProviderName").isEmpty()
                ? cell(record, "ServiceProviderName")
                : cell(record, "ProviderName");
        String lower = name.toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(lower.isEmpty() ? "unknown" : lower);
    }

    private static String region(CSVRecord record) {
        String region = cell(record, "RegionId");
        return (region.isEmpty() ? cell(record, "Region") : region).toLowerCase(Locale.ROOT);
    }

    private static String type(CSVRecord record) {
        for (String column : TYPE_COLUMNS) {
            if (!cell(record, column).isEmpty()) {
                return cell(record, column);
            }
        }
        Matcher details = IN_DETAILS.matcher(cell(record, "SkuPriceDetails"));
        if (details.find()) {
            return details.group(1);
        }
        Matcher text = IN_TEXT.matcher(cell(record, "ChargeDescription"));
        return text.find() ? text.group(1) : "";
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }

    private List<CloudResource> resources() {
        List<CloudResource> resources = new ArrayList<>();
        found.forEach((id, line) -> resources.add(new CloudResource(
                line.provider(),
                id,
                line.region(),
                "",
                new CloudResource.Instance(line.type(), OptionalDouble.empty(), true),
                new TreeMap<>(),
                OptionalDouble.of(line.hours()))));
        return resources;
    }
}
