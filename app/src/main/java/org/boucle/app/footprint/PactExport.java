package org.boucle.app.footprint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.boucle.app.server.Json;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.product.ProductFootprint;

/**
 * A product carbon footprint in the fields of the PACT data model 3.0: cradle to gate, so without distribution, use and end
 * of life; decimals as texts. A company name and identifiers that the receiver accepts must be agreed with the receiver.
 */
final class PactExport {
    private static final Set<LifeCycleStage> TO_GATE =
            Set.of(LifeCycleStage.MATERIALS, LifeCycleStage.SUPPLY_TRANSPORT, LifeCycleStage.MANUFACTURING);

    private PactExport() {}

    static byte[] write(ProductFootprint result, String company, long id, Instant created) {
        String uuid = UUID.nameUUIDFromBytes(("boucle product " + id + " " + created).getBytes(StandardCharsets.UTF_8))
                .toString();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", uuid);
        json.put("specVersion", "3.0.3");
        json.put("created", created.toString());
        json.put("status", "Active");
        json.put("companyName", company.isBlank() ? "Unnamed company" : company);
        json.put("companyIds", List.of("urn:boucle:company:" + slug(company)));
        json.put("productDescription", result.product().functionalUnit());
        json.put("productIds", List.of("urn:boucle:product:" + uuid));
        json.put("productNameCompany", result.product().name());
        json.put(
                "comment",
                "Computed by Boucle from a product model; " + result.missing().size() + " items without a factor.");
        json.put("pcf", pcf(result));
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> pcf(ProductFootprint result) {
        Footprint footprint = result.footprint();
        double fossil = toGate(footprint, IndicatorCategory.GHG);
        double uptake = Math.min(0, toGate(footprint, CarbonApart.BIOGENIC_UPTAKE));
        LocalDate start = LocalDate.of(result.product().year(), 1, 1);
        Map<String, Object> pcf = new LinkedHashMap<>();
        pcf.put("declaredUnitOfMeasurement", "piece");
        pcf.put("declaredUnitAmount", "1");
        pcf.put("productMassPerDeclaredUnit", decimal(result.product().kilograms()));
        pcf.put(
                "referencePeriodStart",
                start.atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        pcf.put(
                "referencePeriodEnd",
                start.plusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        if (result.product().place().code().matches("[A-Z]{2}")) {
            pcf.put("geographyCountry", result.product().place().code());
        }
        pcf.put("boundaryProcessesDescription", "Materials, inbound transport and manufacturing (cradle to gate)");
        pcf.put("pcfExcludingBiogenicUptake", decimal(fossil));
        pcf.put("pcfIncludingBiogenicUptake", decimal(fossil + uptake));
        pcf.put("fossilCarbonContent", "0");
        pcf.put("fossilGhgEmissions", decimal(Math.max(0, fossil)));
        pcf.put("biogenicCO2Uptake", decimal(uptake));
        pcf.put("outboundLogisticsGhgEmissions", decimal(Math.max(0, stage(footprint, LifeCycleStage.DISTRIBUTION))));
        pcf.put("ipccCharacterizationFactors", gwpSets(footprint));
        pcf.put("crossSectoralStandards", List.of("ISO14067"));
        pcf.put("exemptedEmissionsPercent", "0");
        pcf.put("exemptedEmissionsDescription", missing(result));
        pcf.put("secondaryEmissionFactorSources", sources(footprint));
        pcf.put("primaryDataShare", decimal(100 * primaryShare(footprint)));
        return pcf;
    }

    private static double toGate(Footprint footprint, ImpactCategory category) {
        return footprint.lines(category).stream()
                .filter(l -> TO_GATE.contains(l.stage()))
                .mapToDouble(FootprintLine::value)
                .sum();
    }

    private static double stage(Footprint footprint, LifeCycleStage stage) {
        return footprint.byStage(IndicatorCategory.GHG).getOrDefault(stage, 0.0);
    }

    /** Part of the greenhouse gases whose activity was measured. */
    private static double primaryShare(Footprint footprint) {
        double all = 0;
        double measured = 0;
        for (FootprintLine line : footprint.lines(IndicatorCategory.GHG)) {
            if (TO_GATE.contains(line.stage())) {
                all += Math.abs(line.value());
                measured += line.activity().origin() == Origin.MEASURED ? Math.abs(line.value()) : 0;
            }
        }
        return all == 0 ? 0 : measured / all;
    }

    private static List<String> gwpSets(Footprint footprint) {
        Set<String> sets = new TreeSet<>();
        footprint
                .lines(IndicatorCategory.GHG)
                .forEach(l -> sets.add(l.factor().gwpSet().name()));
        sets.retainAll(Set.of("AR4", "AR5", "AR6"));
        return sets.isEmpty() ? List.of("AR6") : List.copyOf(sets);
    }

    private static List<Object> sources(Footprint footprint) {
        Map<String, Object> sources = new LinkedHashMap<>();
        footprint
                .lines(IndicatorCategory.GHG)
                .forEach(l -> sources.putIfAbsent(
                        l.factor().source().title(),
                        Map.of(
                                "name",
                                l.factor().source().title(),
                                "version",
                                l.factor().period().toString())));
        return List.copyOf(sources.values());
    }

    private static String missing(ProductFootprint result) {
        return result.missing().isEmpty()
                ? "None"
                : "Without a factor: "
                        + String.join(
                                ", ",
                                result.missing().stream()
                                        .map(ProductFootprint.Missing::item)
                                        .toList());
    }

    private static String decimal(double value) {
        return new BigDecimal(value == 0 ? 0 : value)
                .round(new MathContext(8))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String slug(String text) {
        String slug = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return slug.isBlank() || slug.equals("-") ? "unnamed" : slug;
    }
}
