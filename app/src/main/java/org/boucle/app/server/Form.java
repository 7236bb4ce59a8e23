package org.boucle.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** The fields and files of a form, url-encoded or multipart. Files lie in the data directory until the answer is sent. */
public final class Form implements AutoCloseable {
    private static final int MOST_FIELDS = 10_000;
    private static final int LONGEST_FIELD = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]*)\"");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, Upload> files = new LinkedHashMap<>();

    /** A file that the user sent: its name there, and where it lies now. */
    public record Upload(String name, Path path) {}

    /** Reads a body by its content type; {@code scratch} is an existing directory for the files. */
    static Form read(String contentType, InputStream body, Path scratch) throws IOException {
        Form form = new Form();
        try {
            if (contentType.startsWith("multipart/form-data")) {
                form.readParts(boundary(contentType), body, scratch);
            } else {
                form.readEncoded(new String(body.readNBytes(LONGEST_FIELD * 4), StandardCharsets.UTF_8));
            }
            return form;
        } catch (FileUploadException | IllegalArgumentException malformed) {
            form.close();
            throw BadInput.of(Place.WHOLE, "form.malformed");
        } catch (IOException | RuntimeException failure) {
            form.close();
            throw failure;
        }
    }

    private static byte[] boundary(String contentType) {
        Matcher matcher = Pattern.compile("boundary=\"?([^\";]{1,70})\"?").matcher(contentType);
        if (!matcher.find()) {
            throw new IllegalArgumentException("multipart without boundary");
        }
        return matcher.group(1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void readEncoded(String text) {
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                add(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void readParts(byte[] boundary, InputStream body, Path scratch) throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary)
                .setMaxPartHeaderSize(4_096)
                .get();
        boolean more = input.skipPreamble();
        while (more) {
            String headers = input.readHeaders();
            String name = group(NAME, headers).orElse("");
            Optional<String> fileName = group(FILE_NAME, headers);
            if (fileName.isPresent()) {
                keepFile(name, fileName.get(), input, scratch);
            } else {
                add(name, new String(input.newInputStream().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
            }
            more = input.readBoundary();
        }
    }

    private void keepFile(String field, String name, MultipartInput input, Path scratch) throws IOException {
        Path path = Files.createTempFile(scratch, "upload", ".part");
        try (OutputStream out = Files.newOutputStream(path)) {
            input.newInputStream().transferTo(out);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
        Upload before = files.put(field, new Upload(name.replaceAll("^.*[/\\\\]", ""), path));
        if (before != null) {
            Files.deleteIfExists(before.path());
        }
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void add(String name, String value) {
        if (fields.size() >= MOST_FIELDS) {
            throw new IllegalArgumentException("too many fields");
        }
        fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /** The first value of a field, stripped; empty text where it was not sent. */
    public String text(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst().strip();
    }

    public Optional<String> find(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** All values of a field as sent, for instance of check boxes. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** The file of a field; a field left empty by the browser counts as none. */
    public Optional<Upload> file(String name) {
        return Optional.ofNullable(files.get(name))
                .filter(upload -> !upload.name().isEmpty());
    }

    @Override
    public void close() throws IOException {
        for (Upload upload : files.values()) {
            Files.deleteIfExists(upload.path());
        }
    }
}
