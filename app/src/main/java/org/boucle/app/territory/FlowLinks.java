package org.boucle.app.territory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of flows and pairs. */
public final class FlowLinks {
    private FlowLinks() {}

    public static String path(String flow) {
        return "/territory/flow?id=" + encoded(flow);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
