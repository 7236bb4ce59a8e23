package org.boucle.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Loads the first pages once, so that a training run of the AOT cache sees the classes that serve them. */
final class FirstPage {
    private FirstPage() {}

    static void load(String address) {
        for (String path : new String[] {"", "login", "static/boucle.css", "health", "api"}) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create(address + path).toURL().openConnection();
                connection.setRequestProperty("Accept-Encoding", "gzip");
                if (connection.getResponseCode() < 400) {
                    try (InputStream body = connection.getInputStream()) {
                        body.readAllBytes();
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("Loading " + address + path, failure);
            }
        }
    }
}
