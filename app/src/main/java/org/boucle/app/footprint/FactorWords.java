package org.boucle.app.footprint;

import org.boucle.app.pages.Page;
import org.boucle.core.factors.Uncertainty;

/** What is known of a factor, in the reader's words. */
public final class FactorWords {
    private FactorWords() {}

    /** A spread in words. */
    public static String spread(Uncertainty uncertainty, Page page) {
        return switch (uncertainty) {
            case Uncertainty.Unknown u -> page.t("footprint.spread.unknown");
            case Uncertainty.PlusMinus p -> page.t("footprint.spread.plusminus", page.n(p.percent()));
            case Uncertainty.Lognormal l -> page.t("footprint.spread.gsd", page.n(l.gsd()));
            case Uncertainty.Assumed a -> page.t("footprint.spread.assumed", page.n(a.gsd()));
            case Uncertainty.MinMax m when m.low() == m.high() -> page.t("footprint.spread.exact");
            case Uncertainty.MinMax m ->
                page.t("footprint.spread.minmax", page.percent(m.low() - 1), page.percent(m.high() - 1));
        };
    }
}
