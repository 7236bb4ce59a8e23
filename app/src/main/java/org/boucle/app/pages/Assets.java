package org.boucle.app.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The style sheet, the scripts and the icon, held in memory and addressed by their content, so that browsers keep them. */
public final class Assets {
    private final Map<String, Asset> byName = new TreeMap<>();

    /** One file, its media type and a short hash of its content. */
    public record Asset(String type, byte[] content, String hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Asset asset && asset.hash.equals(hash);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }
    }

    public Assets() {
        add("boucle.css", "text/css; charset=utf-8", "/static/boucle.css");
        add("boucle.js", "text/javascript; charset=utf-8", "/static/boucle.js");
        add("icon.svg", "image/svg+xml", "/static/icon.svg");
        add(
                "htmx.js",
                "text/javascript; charset=utf-8",
                "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
    }

    private void add(String name, String type, String path) {
        try (InputStream stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("No asset at " + path + ". Maybe the build left resources out.");
            }
            byte[] content = stream.readAllBytes();
            byName.put(name, new Asset(type, content, Integer.toHexString(Arrays.hashCode(content))));
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + path, failure);
        }
    }

    public Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The address of an asset, which changes with its content. */
    public String address(String name) {
        return "/static/" + name + "?" + byName.get(name).hash();
    }
}
