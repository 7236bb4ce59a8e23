package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.footprint.imports.ProcessSet.Category;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.solver.SparseMatrix;
import org.boucle.core.units.Units;

/**
 * Impact per unit of each elementary flow: the categories of the package where their names are known, else the 100-year
 * potentials of IPCC AR6 by the usual names of the gases.
 */
final class Characterising {
    private static final Map<String, Double> GASES = Map.ofEntries(
            Map.entry("carbon dioxide, fossil", 1.0),
            Map.entry("carbon dioxide (fossil)", 1.0),
            Map.entry("carbon dioxide", 1.0),
            Map.entry("carbon dioxide, from soil or biomass stock", 1.0),
            Map.entry("carbon dioxide, land transformation", 1.0),
            Map.entry("methane, fossil", 29.8),
            Map.entry("methane (fossil)", 29.8),
            Map.entry("methane", 27.9),
            Map.entry("methane, non-fossil", 27.0),
            Map.entry("methane, biogenic", 27.0),
            Map.entry("methane (biogenic)", 27.0),
            Map.entry("dinitrogen monoxide", 273.0),
            Map.entry("nitrous oxide", 273.0),
            Map.entry("sulfur hexafluoride", 24300.0),
            Map.entry("nitrogen trifluoride", 17400.0),
            Map.entry("carbon dioxide, biogenic", -0.0),
            Map.entry("carbon dioxide, non-fossil", -0.0));

    private final List<ImpactCategory> categories;
    private final List<Category> factors;
    private final Map<String, Flow> flows;
    private final Set<String> regional = new HashSet<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<LinkedDatabase.Intervention> interventions = new ArrayList<>();
    private final List<double[]> entries = new ArrayList<>();
    private int local;
    private int fallbacks;

    private Characterising(Map<ImpactCategory, Category> known, Map<String, Flow> flows) {
        categories = List.copyOf(known.keySet());
        factors = List.copyOf(known.values());
        this.flows = flows;
        factors.forEach(category -> regional.addAll(category.regional().keySet()));
    }

    static Characterising of(ProcessSet set) {
        Map<ImpactCategory, Category> known = new LinkedHashMap<>();
        for (Category category : set.categories()) {
            Optional<ImpactCategory> match = match(category.name());
            if (match.isPresent()) {
                known.putIfAbsent(match.get(), category);
            } else {
                set.notes().add("Category not known here: " + category.name());
            }
        }
        if (!known.containsKey(IndicatorCategory.GHG)) {
            boolean climate = known.containsKey(EfCategory.CLIMATE);
            known.put(IndicatorCategory.GHG, climate ? known.get(EfCategory.CLIMATE) : own("ghg", gases(set)));
            if (!climate) {
                set.notes().add("Greenhouse gases by IPCC AR6, 100 years, from the names of the gases");
                known.put(CarbonApart.BIOGENIC_RELEASE, own("biogenic", biogenic(set)));
            }
        }
        return new Characterising(known, set.flows());
    }

    private static Category own(String name, Map<String, Double> factors) {
        return new Category(name, name, "", factors, Map.of());
    }

    /** The row of an elementary exchange, one for each place where its flow has factors by place. */
    int row(Exchange exchange, String processLocation) {
        String place = !regional.contains(exchange.flowId())
                ? ""
                : exchange.location().isEmpty() ? processLocation : exchange.location();
        return rows.computeIfAbsent(exchange.flowId() + "\n" + place, key -> newRow(exchange.flowId(), place));
    }

    private int newRow(String flowId, String place) {
        Flow flow = flows.get(flowId);
        int row = interventions.size();
        interventions.add(new LinkedDatabase.Intervention(
                flow.name(), flow.compartment(), flow.unit().symbol(), place));
        for (int c = 0; c < factors.size(); c++) {
            double value = factor(factors.get(c), flowId, place);
            if (value != 0) {
                entries.add(new double[] {c, row, value});
            }
        }
        return row;
    }

    /** The factor of the place, else of a wider region that holds it, else the one without a place. */
    private double factor(Category category, String flowId, String place) {
        double without = category.factors().getOrDefault(flowId, 0.0);
        Map<String, Double> byPlace = category.regional().getOrDefault(flowId, Map.of());
        if (byPlace.isEmpty() || place.isEmpty()) {
            return without;
        }
        Double own = byPlace.get(place);
        if (own != null) {
            local++;
            return own;
        }
        Optional<Geography> known = Geographies.shipped().find(place);
        Optional<Double> wider = known.stream()
                .flatMap(g -> Geographies.shipped().chain(g).stream())
                .map(g -> byPlace.get(g.code()))
                .filter(Objects::nonNull)
                .findFirst();
        fallbacks++;
        return wider.orElse(without);
    }

    /** How many factors were those of the place, and how many of a wider region or of none; only what occurs. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>(Map.of("placeFactors", local, "placeFallbacks", fallbacks));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    List<LinkedDatabase.Intervention> interventions() {
        return interventions;
    }

    /** Categories by interventions, after all exchanges have got their rows. */
    SparseMatrix factors() {
        return SparseMatrix.of(
                categories.size(),
                Math.max(1, interventions.size()),
                entries.stream().mapToInt(e -> (int) e[0]).toArray(),
                entries.stream().mapToInt(e -> (int) e[1]).toArray(),
                entries.stream().mapToDouble(e -> e[2]).toArray());
    }

    private static Map<String, Double> gases(ProcessSet set) {
        Map<String, Double> factors = new HashMap<>();
        set.flows().values().forEach(flow -> {
            Double potential = GASES.get(flow.name().toLowerCase(Locale.ROOT));
            if (potential != null && potential > 0 && flow.unit().isCompatible(Units.KILOGRAM) && !isResource(flow)) {
                factors.put(flow.id(), potential * flow.unit().factorTo(Units.KILOGRAM));
            }
        });
        return factors;
    }

    private static Map<String, Double> biogenic(ProcessSet set) {
        Map<String, Double> factors = new HashMap<>();
        set.flows().values().forEach(flow -> {
            String name = flow.name().toLowerCase(Locale.ROOT);
            boolean carbon =
                    name.startsWith("carbon dioxide") && (name.contains("biogenic") || name.contains("non-fossil"));
            if (carbon && flow.unit().isCompatible(Units.KILOGRAM) && !isResource(flow)) {
                factors.put(flow.id(), flow.unit().factorTo(Units.KILOGRAM));
            }
        });
        return factors;
    }

    private static boolean isResource(Flow flow) {
        String compartment = flow.compartment().toLowerCase(Locale.ROOT);
        return compartment.contains("resource") || compartment.contains("nature");
    }

    /** A category of ours by its code, or by the usual English names of methods. */
    static Optional<ImpactCategory> match(String name) {
        Optional<ImpactCategory> own = ImpactCategory.find(name.strip());
        if (own.isPresent()) {
            return own;
        }
        String n = name.toLowerCase(Locale.ROOT);
        if (n.contains("biogenic")
                || n.contains("land use and")
                || n.contains("luluc")
                || n.contains("climate change-")) {
            return Optional.empty();
        }
        Map<String, ImpactCategory> names = new LinkedHashMap<>();
        names.put("climate change", EfCategory.CLIMATE);
        names.put("global warming", IndicatorCategory.GHG);
        names.put("gwp", IndicatorCategory.GHG);
        names.put("ozone depletion", EfCategory.OZONE);
        names.put("non-cancer", EfCategory.NON_CANCER);
        names.put("non-carcinogenic", EfCategory.NON_CANCER);
        names.put("human toxicity, cancer", EfCategory.CANCER);
        names.put("carcinogenic", EfCategory.CANCER);
        names.put("particulate", EfCategory.PARTICLES);
        names.put("ionising radiation", EfCategory.RADIATION);
        names.put("photochemical", EfCategory.SMOG);
        names.put("acidification", EfCategory.ACIDIFICATION);
        names.put("eutrophication, terrestrial", EfCategory.EUTROPHICATION_LAND);
        names.put("eutrophication: terrestrial", EfCategory.EUTROPHICATION_LAND);
        names.put("eutrophication, freshwater", EfCategory.EUTROPHICATION_FRESH);
        names.put("eutrophication: freshwater", EfCategory.EUTROPHICATION_FRESH);
        names.put("eutrophication, marine", EfCategory.EUTROPHICATION_SEA);
        names.put("eutrophication: marine", EfCategory.EUTROPHICATION_SEA);
        names.put("ecotoxicity", EfCategory.ECOTOXICITY);
        names.put("land use", EfCategory.LAND_USE);
        names.put("water use", EfCategory.WATER_USE);
        names.put("resource use, fossils", EfCategory.FOSSILS);
        names.put("energy resources: non-renewable", EfCategory.FOSSILS);
        names.put("resource use, minerals", EfCategory.MINERALS);
        names.put("material resources: metals", EfCategory.MINERALS);
        return names.entrySet().stream()
                .filter(e -> n.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<ImpactCategory> categories() {
        return categories;
    }

    boolean knows(Flow flow) {
        return factors.stream()
                .anyMatch(
                        f -> f.factors().containsKey(flow.id()) || f.regional().containsKey(flow.id()));
    }
}
