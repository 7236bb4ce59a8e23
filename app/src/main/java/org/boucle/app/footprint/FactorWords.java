package org.boucle.app.footprint;

import org.boucle.app.pages.Page;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.units.Units;

/** What is known of a factor, in the reader's words. */
public final class FactorWords {
    private FactorWords() {}

    /** By which heating value a fuel's energy is counted, in the reader's words; empty where that is no question. */
    public static String heating(Factor factor, Page page) {
        boolean energy = factor.unit().isCompatible(Units.KILOWATT_HOUR);
        String code = factor.code();
        boolean fuel = code.startsWith("fuel.") || code.endsWith(".net") || code.endsWith(".gross");
        if (!energy || !fuel) {
            return "";
        }
        return page.t(code.endsWith(".gross") ? "footprint.heating.gross" : "footprint.heating.net");
    }

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
