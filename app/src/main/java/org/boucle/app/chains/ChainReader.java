package org.boucle.app.chains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.methods.FreightChain;
import org.boucle.core.impact.methods.FreightChain.Distance;
import org.boucle.core.impact.methods.FreightChain.Element;
import org.boucle.core.impact.methods.FreightChain.Hub;
import org.boucle.core.impact.methods.FreightChain.Leg;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;
import tools.jackson.databind.JsonNode;

/** Reads chains and their elements from named texts of a form or of JSON; every issue is collected with its place. */
final class ChainReader {
    static final int MOST = 500;

    private final FactorLibrary library;
    private final Language language;
    private final Issues issues = new Issues();

    ChainReader(FactorLibrary library, Language language) {
        this.library = library;
        this.language = language;
    }

    /** A whole chain: name, mass, country, year and its list of elements. */
    FreightChain chain(JsonNode json) {
        if (!json.isObject()) {
            throw BadInput.of(Place.WHOLE, "chains.shape");
        }
        JsonNode list = json.path("elements");
        if (!list.isArray() || list.size() > MOST) {
            throw BadInput.of(Place.ofField("elements"), "chains.many", MOST);
        }
        List<Element> elements = new ArrayList<>();
        int row = 0;
        for (JsonNode node : list) {
            Place place = new Place("", "elements", ++row, "");
            element(texts(node, place), place).ifPresent(elements::add);
        }
        FreightChain head = head(texts(json, Place.WHOLE), elements);
        issues.throwIfAny();
        return head;
    }

    /** The head of a chain around given elements. */
    FreightChain head(Map<String, String> fields, List<Element> elements) {
        String name = text(fields, "name");
        if (name.isEmpty() || name.length() > 200 || name.matches("(?s).*\\p{Cntrl}.*")) {
            issues.add(Place.ofField("name"), "chains.name");
        }
        Optional<Double> tonnes = Quantity.find(text(fields, "mass"), language)
                .filter(q -> q.unit().isCompatible(Units.TONNE))
                .map(q -> q.in(Units.TONNE))
                .filter(t -> t > 0 && t <= 1e9);
        if (tonnes.isEmpty()) {
            issues.add(Place.ofField("mass"), "footprint.mass", text(fields, "mass"));
        }
        String country = text(fields, "country").isEmpty() ? "FR" : text(fields, "country");
        Optional<Geography> place = Geographies.shipped().find(country);
        if (place.isEmpty()) {
            issues.add(Place.ofField("country"), "footprint.place", country);
        }
        String year = text(fields, "year").isEmpty() ? "2025" : text(fields, "year");
        if (!year.matches("(19|20|21)\\d\\d")) {
            issues.add(Place.ofField("year"), "company.year", year);
        }
        issues.throwIfAny();
        return new FreightChain(name, tonnes.orElseThrow(), place.orElseThrow(), Integer.parseInt(year), elements);
    }

    /** A leg or a hub, or nothing when one of its fields is wrong. */
    Optional<Element> element(Map<String, String> fields, Place place) {
        long before = issues.count();
        boolean hub = text(fields, "kind").equalsIgnoreCase("hub");
        Optional<Element> element = hub ? Optional.of(hub(fields, place)) : leg(fields, place);
        return issues.count() > before ? Optional.empty() : element;
    }

    private Hub hub(Map<String, String> fields, Place place) {
        double kilowattHours = number(fields, "kwh", place).orElse(0);
        double kilograms = number(fields, "kilograms", place).orElse(0);
        return new Hub(called(fields, "hub"), kilowattHours, kilograms);
    }

    private Optional<Element> leg(Map<String, String> fields, Place place) {
        String text = text(fields, "distance");
        Optional<Double> kilometres = Quantity.find(text, language)
                .filter(q -> q.unit().isCompatible(Units.KILOMETRE))
                .map(q -> q.in(Units.KILOMETRE))
                .or(() -> Quantity.findNumber(text, language))
                .filter(km -> km >= 0 && km <= 100_000);
        if (kilometres.isEmpty()) {
            issues.add(place.withColumn("distance"), "footprint.distance", text);
        }
        OptionalDouble operation = number(fields, "operation", place);
        OptionalDouble provision = number(fields, "provision", place);
        boolean own = operation.isPresent() || provision.isPresent();
        String asked = text(fields, "flow");
        Optional<String> flow =
                own || asked.length() > 200 ? Optional.empty() : library.findCode(asked, List.of("freight."));
        if (!own && flow.filter(f -> f.startsWith("freight")).isEmpty()) {
            issues.add(place.withColumn("flow"), "footprint.flow", asked, String.join(", ", library.search(asked, 5)));
        }
        return kilometres.map(km -> new Leg(
                called(fields, flow.orElse("carrier")),
                flow.orElse(""),
                km,
                known(fields, place),
                operation,
                provision));
    }

    private Distance known(Map<String, String> fields, Place place) {
        String text = text(fields, "measure").toUpperCase(Locale.ROOT);
        for (Distance distance : Distance.values()) {
            if (distance.name().equals(text)) {
                return distance;
            }
        }
        if (!text.isEmpty()) {
            issues.add(place.withColumn("measure"), "chains.measure", text);
        }
        return Distance.COUNTED;
    }

    private OptionalDouble number(Map<String, String> fields, String field, Place place) {
        String text = text(fields, field);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Double> number = Quantity.findNumber(text, language).filter(n -> n >= 0 && n <= 1e6);
        if (number.isEmpty()) {
            issues.add(place.withColumn(field), "chains.number", text);
        }
        return OptionalDouble.of(number.orElse(0.0));
    }

    void throwIfAny() {
        issues.throwIfAny();
    }

    private static String called(Map<String, String> fields, String otherwise) {
        String name = text(fields, "name").replaceAll("\\p{Cntrl}", " ");
        String chosen = name.isEmpty() ? otherwise : name;
        return chosen.substring(0, Math.min(200, chosen.length()));
    }

    private Map<String, String> texts(JsonNode json, Place place) {
        if (!json.isObject()) {
            issues.add(place, "chains.shape");
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            if (property.getValue().isNumber() || property.getValue().isString()) {
                texts.put(property.getKey(), property.getValue().asString());
            }
        });
        return texts;
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
