package org.boucle.app.footprint;

import java.util.List;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.Fallback;
import org.boucle.core.factors.Geographies;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.FootprintLine;

/** What is known of a line, in the reader's words. */
public record LineWords(Page page) {
    /** What part of its item a line is: bought, recycled, upstream. */
    public String suffix(String id) {
        int hash = id.indexOf('#');
        return hash < 0 ? "" : page.t("footprint.part." + id.substring(hash + 1).replace('#', '.'));
    }

    /** In which ways the factor is not the one asked for. */
    public List<String> notes(FootprintLine line) {
        return line.match().fallbacks().stream().map(this::note).toList();
    }

    private String note(Fallback fallback) {
        Geographies places = Geographies.shipped();
        return switch (fallback) {
            case Fallback.Place p ->
                page.t(
                        "footprint.fallback.place",
                        places.name(p.asked()).in(page.language()),
                        places.name(p.used()).in(page.language()));
            case Fallback.Year y ->
                page.t(
                        "footprint.fallback.year",
                        String.valueOf(y.asked()),
                        y.used().toString());
            case Fallback.Flow f -> page.t("footprint.fallback.flow", f.asked(), f.used());
        };
    }

    /** A spread in words. */
    public String spread(Uncertainty uncertainty) {
        return FactorWords.spread(uncertainty, page);
    }

    public String factorName(FootprintLine line) {
        boolean definition = line.factor().id().startsWith("one ");
        return definition
                ? page.t("footprint.definition")
                : line.factor().name().in(page.language());
    }
}
