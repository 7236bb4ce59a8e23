package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.boucle.core.data.ReferenceTable;

/** Cloud providers, their instances and regions. */
final class CloudTable {
    private static final double LIKE_ENOUGH = 0.80;
    private static final int LONGEST = 100;

    /** An instance found, and whether the asked name was replaced by the closest one. */
    record Found(Archetype instance, boolean replaced) {}

    /** A region and the place whose electricity it takes. */
    record Region(String provider, String region, String place) {}

    private final Map<String, String> providers = new LinkedHashMap<>();
    private final Map<String, Map<String, Archetype>> instances = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> canonical = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();

    CloudTable(ReferenceTable providerTable, ReferenceTable instanceTable, ReferenceTable regionTable) {
        providerTable.rows().forEach(row -> providers.put(row.text("id"), row.text("name")));
        for (ReferenceTable.Row row : instanceTable.rows()) {
            Map<String, Cell> columns = new LinkedHashMap<>();
            for (String column :
                    List.of("vcpu", "memory", "ssd_storage", "hdd_storage", "gpu_units", "platform", "origin")) {
                columns.put(column.equals("origin") ? "source" : column, Cell.parse(row.text(column)));
            }
            String id = row.text("id").strip();
            String provider = row.text("provider");
            instances
                    .computeIfAbsent(provider, key -> new LinkedHashMap<>())
                    .putIfAbsent(id, Archetype.of(id, columns));
            forms(id)
                    .forEach(form -> canonical
                            .computeIfAbsent(provider, key -> new HashMap<>())
                            .putIfAbsent(form, id));
        }
        regionTable
                .rows()
                .forEach(
                        row -> regions.add(new Region(row.text("provider"), row.text("region"), row.text("location"))));
    }

    Map<String, String> providers() {
        return providers;
    }

    List<Region> regions() {
        return regions;
    }

    Map<String, Archetype> instances(String provider) {
        return instances.getOrDefault(provider, Map.of());
    }

    Optional<String> findPlace(String provider, String region) {
        return regions.stream()
                .filter(r -> r.provider().equals(provider) && r.region().equals(region))
                .map(Region::place)
                .findFirst();
    }

    /** The writings of an instance name that mean the same: separators blank, hyphen and underscore are one. */
    private static Set<String> forms(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("standard_") ? lower.substring("standard_".length()) : lower;
        Set<String> forms = new TreeSet<>();
        for (String form : List.of(lower, bare)) {
            forms.add(form);
            forms.add(form.replaceAll("[ \\-_]", "_"));
            forms.add(form.replaceAll("[ \\-_]", "-"));
            forms.add(form.replaceAll("[ \\-_]", ""));
        }
        return forms;
    }

    /** One writing of a name, for comparing. */
    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return lower.startsWith("standard_") ? lower.substring("standard_".length()) : lower;
    }

    /** The instance of that name: exact, else written otherwise, else the closest name of the same length, else the closest. */
    Optional<Found> find(String provider, String name, boolean closest) {
        Map<String, Archetype> known = instances(provider);
        Archetype exact = known.get(name.strip());
        if (exact != null || known.isEmpty() || name.length() > LONGEST) {
            return Optional.ofNullable(exact).map(instance -> new Found(instance, false));
        }
        Map<String, String> written = canonical.get(provider);
        List<String> order = List.copyOf(known.keySet());
        Optional<String> same = forms(name).stream()
                .filter(written::containsKey)
                .map(written::get)
                .min(java.util.Comparator.comparingInt(order::indexOf));
        return same.or(() -> closest ? closest(known.keySet(), name) : Optional.empty())
                .map(id -> new Found(known.get(id), true));
    }

    private static Optional<String> closest(Set<String> ids, String name) {
        String asked = plain(name);
        Optional<String> sameLength = best(ids, asked, true);
        return sameLength.isPresent() ? sameLength : best(ids, asked, false);
    }

    private static Optional<String> best(Set<String> ids, String asked, boolean sameLength) {
        double best = 0;
        Optional<String> found = Optional.empty();
        for (String id : ids) {
            String lower = plain(id);
            if (!sameLength || lower.length() == asked.length()) {
                double like = sameLength ? Likeness.hamming(asked, lower) : Likeness.levenshtein(asked, lower);
                if (like >= LIKE_ENOUGH && like > best) {
                    best = like;
                    found = Optional.of(id);
                }
            }
        }
        return found;
    }

    /** The names most like a text, best first, for a user to choose from. */
    List<String> candidates(String provider, String name, int atMost) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String asked = name.strip().toLowerCase(Locale.ROOT);
        Map<String, Double> likeness = new HashMap<>();
        instances(provider)
                .keySet()
                .forEach(id -> likeness.put(id, Likeness.levenshtein(asked, id.toLowerCase(Locale.ROOT))));
        return likeness.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(atMost)
                .map(Map.Entry::getKey)
                .toList();
    }
}
