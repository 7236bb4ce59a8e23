package org.boucle.app.server;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: bounded depth, lengths and numbers; duplicate keys and trailing text refused. */
public final class Json {
    /** Buffers kept in an array: the usual linked list drags each of its nodes into the old generation. */
    private static final int KEPT_BUFFERS = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newBoundedPool(KEPT_BUFFERS))
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final int USUAL_TEXT = 16_384;
    private static final int LARGEST_KEPT = 8 * USUAL_TEXT;
    private static final BlockingQueue<ByteArrayOutputStream> TEXTS = new ArrayBlockingQueue<>(KEPT_BUFFERS);

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads a tree; malformed text is bad input with line and column. */
    public static JsonNode read(InputStream text) {
        try {
            return required(MAPPER.readTree(text));
        } catch (JacksonException malformed) {
            throw bad(malformed);
        }
    }

    public static JsonNode read(String text) {
        try {
            return required(MAPPER.readTree(text));
        } catch (JacksonException malformed) {
            throw bad(malformed);
        }
    }

    private static JsonNode required(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            throw BadInput.of(Place.WHOLE, "json.empty");
        }
        return node;
    }

    private static BadInput bad(JacksonException malformed) {
        var location = malformed.getLocation();
        int row = location == null ? 0 : Math.max(0, location.getLineNr());
        int column = location == null ? 0 : Math.max(0, location.getColumnNr());
        return BadInput.of(new Place("JSON", "", row, String.valueOf(column)), "json.malformed");
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** As UTF-8, without making a text of it first. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** As UTF-8, one value written piece by piece, without a tree of it, in buffers that are used again. */
    public static byte[] written(Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream kept = TEXTS.poll();
        ByteArrayOutputStream text = kept == null ? new ByteArrayOutputStream(USUAL_TEXT) : kept;
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            writer.accept(out);
        }
        byte[] bytes = text.toByteArray();
        if (bytes.length <= LARGEST_KEPT) {
            text.reset();
            TEXTS.offer(text);
        }
        return bytes;
    }
}
