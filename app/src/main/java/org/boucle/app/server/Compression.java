package org.boucle.app.server;

import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Texts of some length go out compressed to those who accept it. */
final class Compression {
    private static final int SHORTEST = 1_000;

    private Compression() {}

    /** The content as it goes out; says so in the answer's headers where it is compressed. */
    static byte[] fitting(String type, byte[] content, String accepted, ServerResponse response) {
        boolean text =
                type.startsWith("text/") || type.contains("json") || type.contains("svg") || type.contains("script");
        if (!text || !accepted.contains("gzip") || content.length < SHORTEST) {
            return content;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        response.header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
        return bytes.toByteArray();
    }
}
