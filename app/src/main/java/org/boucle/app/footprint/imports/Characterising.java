package org.boucle.app.footprint.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.ProcessSet.Category;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.lca.DirectImpacts;
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
    private final List<Map<String, Double>> factors;
    private final Map<String, Flow> flows;

    private Characterising(
            List<ImpactCategory> categories, List<Map<String, Double>> factors, Map<String, Flow> flows) {
        this.categories = List.copyOf(categories);
        this.factors = List.copyOf(factors);
        this.flows = flows;
    }

    static Characterising of(ProcessSet set) {
        Map<ImpactCategory, Map<String, Double>> known = new java.util.LinkedHashMap<>();
        for (Category category : set.categories()) {
            Optional<ImpactCategory> match = match(category.name());
            if (match.isPresent()) {
                known.putIfAbsent(match.get(), category.factors());
            } else {
                set.notes().add("Category not known here: " + category.name());
            }
        }
        if (!known.containsKey(IndicatorCategory.GHG)) {
            boolean climate = known.containsKey(EfCategory.CLIMATE);
            known.put(IndicatorCategory.GHG, climate ? known.get(EfCategory.CLIMATE) : gases(set));
            if (!climate) {
                set.notes().add("Greenhouse gases by IPCC AR6, 100 years, from the names of the gases");
                known.put(CarbonApart.BIOGENIC_RELEASE, biogenic(set));
            }
        }
        return new Characterising(List.copyOf(known.keySet()), List.copyOf(known.values()), set.flows());
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
        Map<String, ImpactCategory> names = new java.util.LinkedHashMap<>();
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
        return factors.stream().anyMatch(f -> f.containsKey(flow.id()));
    }

    /** The direct impacts of each process for its reference amount. */
    DirectImpacts direct(List<Process> processes) {
        int count = categories.size();
        double[] values = new double[processes.size() * count];
        for (int j = 0; j < processes.size(); j++) {
            for (Exchange exchange : processes.get(j).exchanges()) {
                Flow flow = flows.get(exchange.flowId());
                if (flow == null || flow.kind() != ProcessSet.FlowKind.ELEMENTARY) {
                    continue;
                }
                for (int c = 0; c < count; c++) {
                    values[j * count + c] += exchange.amount() * factors.get(c).getOrDefault(flow.id(), 0.0);
                }
            }
        }
        return new DirectImpacts(count, values);
    }
}
