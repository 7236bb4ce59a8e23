package org.boucle.app.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Access;

/** Collects the routes of all rooms; two rooms with the same method and path are a programming error. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** A page or part of a page: {@code GET}, HTML. */
    public Routes page(String path, Access access, Handler handler) {
        return add("GET", path, access, Route.Kind.PAGE, Optional.empty(), handler);
    }

    /** A form sent by a page: {@code POST}, its {@code _csrf} field checked before the handler is called. */
    public Routes form(String path, Access access, Handler handler) {
        return add("POST", path, access, Route.Kind.FORM, Optional.empty(), handler);
    }

    /** A file for download or an asset: {@code GET}. */
    public Routes file(String path, Access access, Handler handler) {
        return add("GET", path, access, Route.Kind.FILE, Optional.empty(), handler);
    }

    public Routes get(String path, Access access, ApiDoc doc, Handler handler) {
        return api("GET", path, access, doc, handler);
    }

    public Routes post(String path, Access access, ApiDoc doc, Handler handler) {
        return api("POST", path, access, doc, handler);
    }

    public Routes put(String path, Access access, ApiDoc doc, Handler handler) {
        return api("PUT", path, access, doc, handler);
    }

    public Routes delete(String path, Access access, ApiDoc doc, Handler handler) {
        return api("DELETE", path, access, doc, handler);
    }

    /** An operation of the API; errors are answered as problem+json, the OpenAPI document lists it. */
    public Routes api(String method, String path, Access access, ApiDoc doc, Handler handler) {
        return add(method, path, access, Route.Kind.API, Optional.of(doc), handler);
    }

    private Routes add(
            String method, String path, Access access, Route.Kind kind, Optional<ApiDoc> doc, Handler handler) {
        if (routes.stream().anyMatch(r -> r.method().equals(method) && r.path().equals(path))) {
            throw new IllegalArgumentException(method + " " + path + " exists. Maybe two rooms claim it.");
        }
        routes.add(new Route(method, path, access, kind, doc, handler));
        return this;
    }

    List<Route> list() {
        return List.copyOf(routes);
    }
}
