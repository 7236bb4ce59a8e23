package org.boucle.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts by key in both languages, each read when first asked for, from {@code messages/<part>_<language>.properties} on the class path.
 *
 * <p>Texts with arguments follow {@link MessageFormat}; a text without arguments is taken as it stands, so an apostrophe
 * is doubled only where arguments are given.
 */
public final class Messages {
    private final List<String> parts;
    private final Map<Language, Map<String, String>> texts = new ConcurrentHashMap<>();

    private Messages(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The messages of the named parts, such as {@code "house"} or {@code "territory"}; later parts may not repeat a key. */
    public static Messages of(List<String> parts) {
        return new Messages(parts);
    }

    private Map<String, String> texts(Language language) {
        return texts.computeIfAbsent(language, this::read);
    }

    private Map<String, String> read(Language language) {
        Map<String, String> all = new HashMap<>();
        for (String part : parts) {
            read(part, language).forEach((key, text) -> {
                if (all.put((String) key, (String) text) != null) {
                    throw new IllegalArgumentException("Message '" + key + "' of part '" + part
                            + "' exists in another part. Maybe prefix it by the part's name.");
                }
            });
        }
        return all;
    }

    private static Properties read(String part, Language language) {
        String path = "/messages/" + part + "_" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Messages.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("No messages at " + path + " on the class path.");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + path, failure);
        }
        return properties;
    }

    /** The keys known in a language, for tests that compare the two. */
    public Set<String> keys(Language language) {
        return Set.copyOf(texts(language).keySet());
    }

    /** The text of a key, or empty where nobody wrote one. */
    public Optional<String> find(Language language, String key, Object... arguments) {
        String text = texts(language).get(key);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments));
    }

    /** The text of a key; a key without text shows itself in brackets, so that the gap is seen and nothing breaks. */
    public String get(Language language, String key, Object... arguments) {
        return find(language, key, arguments).orElse("[" + key + "]");
    }
}
