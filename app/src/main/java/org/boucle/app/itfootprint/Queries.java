package org.boucle.app.itfootprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.app.itfootprint.Faults.Trail;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads query parameters of the dialect. */
final class Queries {
    private static final List<String> YES = List.of("true", "1", "yes", "on", "t", "y");
    private static final List<String> NO = List.of("false", "0", "no", "off", "f", "n");
    private static final double LONGEST = 1e8;

    private Queries() {}

    static boolean flag(Call call, String name, boolean usual, Faults faults) {
        Optional<String> text = call.first(name);
        if (text.isEmpty()) {
            return usual;
        }
        String lower = text.get().toLowerCase(Locale.ROOT);
        if (!YES.contains(lower) && !NO.contains(lower)) {
            faults.add(
                    "bool_parsing",
                    Trail.query(name),
                    "Input should be a valid boolean, unable to interpret input",
                    JsonNodeFactory.instance.stringNode(text.get()));
        }
        return YES.contains(lower);
    }

    /** A duration in hours, from 0 up. */
    static Optional<Double> duration(Call call, Faults faults) {
        Optional<String> text = call.first("duration");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> hours = Reading.parsed(text.get());
        var input = JsonNodeFactory.instance.stringNode(text.get());
        if (hours.isEmpty()) {
            faults.add(
                    "float_parsing",
                    Trail.query("duration"),
                    "Input should be a valid number, unable to parse string as a number",
                    input);
        } else if (!(hours.get() >= 0 && hours.get() <= LONGEST)) {
            faults.add("greater_than_equal", Trail.query("duration"), "Input should be between 0 and 1e8 hours", input);
            return Optional.empty();
        }
        return hours;
    }

    /** A parameter that must be there. */
    static String required(Call call, String name) {
        return call.first(name)
                .orElseThrow(() ->
                        Faults.of("missing", Trail.query(name), "Field required", JsonNodeFactory.instance.nullNode()));
    }
}
