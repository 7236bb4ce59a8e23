package org.boucle.app.itfootprint;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.boucle.app.server.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the dialect: a status and JSON in UTF-8, which nobody changes. */
record Answer(int status, byte[] bytes) {
    static Answer ok(Object value) {
        return of(200, value);
    }

    static Answer of(int status, Object value) {
        return new Answer(status, Json.bytes(value));
    }

    /** Written piece by piece; what the writer throws leaves no answer. */
    static Answer written(Consumer<JsonGenerator> writer) {
        return new Answer(200, Json.written(writer));
    }

    /** An error as clients of the peer read it: {@code detail}. */
    static Answer error(int status, String detail) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("detail", detail);
        return of(status, node);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
