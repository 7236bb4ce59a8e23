package org.boucle.core.impact.company;

import java.util.Objects;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/**
 * One thing that the organisation did in the year.
 *
 * @param name unique inside the account and the same from year to year, since years are compared by it
 * @param flow code in the factor library; {@code indicator.<category>} counts as it is in one of the ten industrial
 *     categories, {@code indicator.output} is what the year produced
 * @param kilometres shortest distance where a mass was carried, 0 elsewhere
 * @param share part of the operation that the organisation holds, above 0 to 1; only an account by equity share uses it
 */
public record CompanyActivity(
        String name, BegesPost post, String flow, Quantity quantity, double kilometres, double share, Knowledge known) {
    /** Beginning of the flows that are counted as they are. */
    public static final String INDICATOR = "indicator.";

    /** What the year produced, the denominator of intensities. */
    public static final String OUTPUT = INDICATOR + "output";

    public CompanyActivity {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(known, "known");
        if (name.isBlank() || flow.isBlank() || name.contains("#")) {
            throw new IllegalArgumentException(
                    "An activity needs a name without # and a flow, got '" + name + "' and '" + flow + "'");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is held at " + share + ". Maybe the share is in per cent.");
        }
        if (!(kilometres >= 0) || kilometres > 1e9) {
            throw new IllegalArgumentException("'" + name + "' has a distance of " + kilometres + " km");
        }
    }

    /** An activity held whole, over no distance. */
    public static CompanyActivity of(String name, BegesPost post, String flow, Quantity quantity, Knowledge known) {
        return new CompanyActivity(name, post, flow, quantity, 0, 1, known);
    }

    /** What a factor is multiplied with: tonne-kilometres where a mass was carried, the share taken where it counts. */
    Quantity counted(Consolidation consolidation) {
        boolean carried = kilometres > 0 && quantity.unit().isCompatible(Units.TONNE);
        Quantity whole = carried ? Quantity.of(quantity.in(Units.TONNE) * kilometres, Units.TONNE_KILOMETRE) : quantity;
        return consolidation == Consolidation.EQUITY_SHARE ? whole.times(share) : whole;
    }

    public CompanyActivity withQuantity(Quantity other, Knowledge knowledge) {
        return new CompanyActivity(name, post, flow, other, kilometres, share, knowledge);
    }
}
