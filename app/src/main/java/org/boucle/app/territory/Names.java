package org.boucle.app.territory;

import java.time.LocalDate;
import org.boucle.core.text.Language;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.inventory.Flow;

/** How flows, codes and resources are called in the user's language. */
public record Names(Catalog catalog, LocalDate date, Language language) {
    /** The flow's own words, else those of its resource, else those of the waste list. */
    public String of(Flow flow) {
        if (!flow.label().isBlank()) {
            return flow.label();
        }
        return flow.resource().isEmpty() ? waste(flow.wasteCode()) : resource(flow.resource());
    }

    public String resource(String key) {
        return catalog.findResource(key).map(r -> r.label(language)).orElse(key);
    }

    public String waste(String code) {
        return catalog.wastes()
                .find(code, date)
                .map(entry -> entry.written() + " " + entry.label(language))
                .orElse(code);
    }

    /** The code as the law writes it, or the resource. */
    public String designation(Flow flow) {
        if (!flow.wasteCode().isEmpty()) {
            return catalog.wastes()
                    .find(flow.wasteCode(), date)
                    .map(entry -> entry.written())
                    .orElse(flow.wasteCode());
        }
        return flow.resource().isEmpty() ? "" : resource(flow.resource());
    }

    /** A waste chapter or a resource, as an anonymous candidate tells it. */
    public String chapter(String chapter) {
        return chapter.matches("\\d\\d") ? waste(chapter) : resource(chapter);
    }
}
