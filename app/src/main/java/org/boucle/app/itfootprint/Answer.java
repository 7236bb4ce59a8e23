package org.boucle.app.itfootprint;

import org.boucle.app.server.Json;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the dialect: a status and a JSON value ready to be written. */
record Answer(int status, Object value) {
    static Answer ok(Object value) {
        return new Answer(200, value);
    }

    /** An error as clients of the peer read it: {@code detail}. */
    static Answer error(int status, String detail) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("detail", detail);
        return new Answer(status, node);
    }

    byte[] bytes() {
        return Json.bytes(value);
    }

    String text() {
        return Json.write(value);
    }
}
