package org.boucle.app.server;

import java.util.Optional;
import org.boucle.app.accounts.Access;

/**
 * One route: what is asked, who may ask, and who answers.
 *
 * @param path with parameters as {@code {name}}
 * @param kind how it is answered, which decides how errors look and whether a form token is asked
 */
record Route(String method, String path, Access access, Kind kind, Optional<ApiDoc> doc, Handler handler) {
    enum Kind {
        PAGE,
        FORM,
        API,
        FILE
    }
}
