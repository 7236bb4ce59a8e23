package org.boucle.app.server;

import java.util.ArrayList;
import java.util.List;

/**
 * What the OpenAPI document says of one operation.
 *
 * @param tag the group, for instance {@code energy index}
 * @param summary one line in English
 * @param query its query parameters
 * @param requestExample an example body, empty where it takes none
 * @param requestType media type of the body
 * @param answerExample an example answer, empty where there is none
 */
public record ApiDoc(
        String tag,
        String summary,
        List<Parameter> query,
        String requestType,
        String requestExample,
        String answerExample) {
    public ApiDoc {
        query = List.copyOf(query);
    }

    /** A query parameter. */
    public record Parameter(String name, String description, boolean required) {}

    public static ApiDoc of(String tag, String summary) {
        return new ApiDoc(tag, summary, List.of(), "application/json", "", "");
    }

    public ApiDoc query(String name, String description) {
        List<Parameter> more = new ArrayList<>(query);
        more.add(new Parameter(name, description, false));
        return new ApiDoc(tag, summary, more, requestType, requestExample, answerExample);
    }

    public ApiDoc body(String type, String example) {
        return new ApiDoc(tag, summary, query, type, example, answerExample);
    }

    public ApiDoc answer(String example) {
        return new ApiDoc(tag, summary, query, requestType, requestExample, example);
    }
}
