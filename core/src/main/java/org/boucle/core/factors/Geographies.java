package org.boucle.core.factors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.core.data.ReferenceTable;

/** The tree of places: countries, their regions, the world. */
public final class Geographies {
    private static final Geographies SHIPPED = read(ReferenceTable.of("factors/geographies.csv"));

    private final Map<String, Name> names = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> byOtherCode = new HashMap<>();
    private final Map<Geography, List<Geography>> chains = new ConcurrentHashMap<>();

    private Geographies() {
        Map.of(
                        "GLO",
                        "WORLD",
                        "ROW",
                        "WORLD",
                        "RER",
                        "EUROPE",
                        "EU",
                        "EU27",
                        "EU-27",
                        "EU27",
                        "EU28",
                        "EU27",
                        "UK",
                        "GB",
                        "MONDE",
                        "WORLD",
                        "RNA",
                        "NORTHERN-AMERICA")
                .forEach(byOtherCode::put);
    }

    /** The shipped tree. */
    public static Geographies shipped() {
        return SHIPPED;
    }

    private static Geographies read(ReferenceTable table) {
        Geographies geographies = new Geographies();
        for (ReferenceTable.Row row : table.rows()) {
            String code = row.text("code");
            geographies.names.put(code, new Name(row.text("name_fr"), row.text("name_en")));
            row.findText("parent").ifPresent(parent -> geographies.parents.put(code, parent));
            row.findText("iso3").ifPresent(iso3 -> geographies.byOtherCode.put(iso3, code));
            geographies.byOtherCode.put(row.text("name_fr").toUpperCase(Locale.ROOT), code);
            geographies.byOtherCode.put(row.text("name_en").toUpperCase(Locale.ROOT), code);
        }
        return geographies;
    }

    /** The place of a code of two or three letters, of a usual database code such as RER, or of a name in French or English. */
    public Optional<Geography> find(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT);
        if (names.containsKey(key)) {
            return Optional.of(new Geography(key));
        }
        if (byOtherCode.containsKey(key)) {
            return Optional.of(new Geography(byOtherCode.get(key)));
        }
        boolean mainland = key.equals("FRANCE CONTINENTALE") || key.equals("FRANCE MÉTROPOLITAINE");
        return mainland ? Optional.of(Geography.of("FR")) : Optional.empty();
    }

    /** The name of a place; a place of nobody's table is called by its code. */
    public Name name(Geography place) {
        return names.getOrDefault(place.code(), Name.of(place.code()));
    }

    /** The place, then each wider one, ending with the world. */
    public List<Geography> chain(Geography place) {
        return chains.computeIfAbsent(place, this::newChain);
    }

    private List<Geography> newChain(Geography place) {
        List<Geography> chain = new ArrayList<>();
        for (String code = place.code(); code != null && chain.size() < 10; code = parents.get(code)) {
            chain.add(new Geography(code));
        }
        if (!chain.getLast().equals(Geography.WORLD)) {
            chain.add(Geography.WORLD);
        }
        return List.copyOf(chain);
    }

    /**
     * How far one place is from standing in for another: 0 the same, then wider places by their steps, then other places by
     * how wide the region is that both share, each farther than the world.
     */
    public int distance(Geography asked, Geography offered) {
        List<Geography> chain = chain(asked);
        int wider = chain.indexOf(offered);
        if (wider >= 0) {
            return wider;
        }
        List<Geography> other = chain(offered);
        for (int step = 0; step < chain.size(); step++) {
            if (other.contains(chain.get(step))) {
                return 10 + step;
            }
        }
        return 100;
    }
}
