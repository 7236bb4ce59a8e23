package org.boucle.app.digitalservice;

import java.util.ArrayList;
import java.util.List;

/** Which rows the form shows: those that are filled in and one more. */
public final class BuilderForm {
    private static final List<String> PARTS =
            List.of("name", "provider", "type", "region", "count", "key", "ours", "whole", "load", "pue");
    private final Fields fields;

    BuilderForm(Fields fields) {
        this.fields = fields;
    }

    public String value(String name) {
        return fields.text(name);
    }

    /** Numbers of the hosting rows. */
    public List<Integer> rows() {
        int filled = 0;
        for (int i = 0; i < ServiceReader.MOST_HOSTINGS; i++) {
            for (String part : PARTS) {
                if (!part.equals("provider") && !part.equals("key") && fields.has("hosting." + i + "." + part)) {
                    filled = i + 1;
                }
            }
        }
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(ServiceReader.MOST_HOSTINGS, filled + 1); i++) {
            rows.add(i);
        }
        return rows;
    }

    public List<String> devices() {
        return ServiceReader.DEVICES;
    }
}
