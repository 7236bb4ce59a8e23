package org.boucle.app.company;

import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.NotFound;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.CorporateInventory.Entry;

/**
 * Which lines of an account a number is the sum of.
 *
 * @param category greenhouse gases unless another is asked for
 * @param scope only this scope
 * @param post only this BEGES post
 */
public record Selection(ImpactCategory category, Basis view, Optional<Scope> scope, Optional<BegesPost> post) {
    static Selection of(Exchange exchange) {
        ImpactCategory category = exchange.query("category")
                .map(code -> ImpactCategory.find(code).orElseThrow(() -> new NotFound("category " + code)))
                .orElse(IndicatorCategory.GHG);
        Optional<Scope> scope = exchange.query("scope").map(text -> {
            if (!text.matches("[123]")) {
                throw new NotFound("scope " + text);
            }
            return Scope.valueOf("SCOPE_" + text);
        });
        Optional<BegesPost> post =
                exchange.query("post").map(text -> Posts.find(text).orElseThrow(() -> new NotFound("post " + text)));
        return new Selection(category, view(exchange), scope, post);
    }

    /** {@code ?view=market}; by location otherwise. */
    static Basis view(Exchange exchange) {
        return exchange.query("view").filter("market"::equalsIgnoreCase).isPresent() ? Basis.MARKET : Basis.LOCATION;
    }

    List<FootprintLine> lines(CompanyFootprint result) {
        if (category != IndicatorCategory.GHG) {
            return result.footprint().lines(category);
        }
        return result.inventory().entries().stream()
                .filter(e -> e.line().category() == category && e.line().scope() != Scope.OUTSIDE)
                .filter(e -> e.basis() == Basis.BOTH || e.basis() == view)
                .filter(e -> scope.map(s -> s == e.line().scope()).orElse(true))
                .filter(e -> post.map(p -> p == e.post()).orElse(true))
                .map(Entry::line)
                .toList();
    }
}
