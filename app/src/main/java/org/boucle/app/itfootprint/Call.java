package org.boucle.app.itfootprint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A call of the dialect, without HTTP.
 *
 * @param query all values of a query parameter, none where it is absent
 * @param body the body, if there is one
 */
record Call(Function<String, List<String>> query, Optional<JsonNode> body) {
    Optional<String> first(String name) {
        List<String> values = query.apply(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }
}
