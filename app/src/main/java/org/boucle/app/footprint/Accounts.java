package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.methods.CorporateInventory;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.ProductInventory;
import org.boucle.core.impact.methods.SingleScore;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.text.Language;

/**
 * A product's footprint by the accounting methods: scopes, BEGES posts, EF single score, biogenic carbon apart.
 *
 * @param result the footprint
 * @param inventory its greenhouse gas lines, sorted
 * @param score the EF single score of the categories that the factors cover
 */
public record Accounts(ProductFootprint result, CorporateInventory inventory, SingleScore score) {

    /** A scope, a category of scope 3 or a BEGES post; values in kg CO2e. */
    public record Row(String code, String label, double value) {}

    static Accounts of(ProductFootprint result) {
        return new Accounts(result, ProductInventory.of(result), SingleScore.of(result.footprint()));
    }

    /** Scopes 1 to 3, kg CO2e. */
    public double scope(int number) {
        return inventory.scope(Scope.valueOf("SCOPE_" + number), Basis.LOCATION);
    }

    /** The BEGES posts that hold something. */
    public List<Row> posts(Language language) {
        List<Row> rows = new ArrayList<>();
        Map<BegesPost, Double> posts = ProductInventory.filledPosts(inventory);
        posts.forEach((post, value) -> rows.add(new Row(post.number(), post.label(language), value)));
        return rows;
    }

    /** Carbon reported beside the total, where a factor tells it; values in kg CO2e. */
    public List<Row> apart(Language language) {
        List<Row> rows = new ArrayList<>();
        for (CarbonApart kind : CarbonApart.values()) {
            if (!result.footprint().lines(kind).isEmpty()) {
                rows.add(new Row(
                        kind.code(), kind.label(language), result.footprint().total(kind)));
            }
        }
        return rows;
    }

    /** How far the sixteen categories reach. */
    public Coverage coverage() {
        return Coverage.of(result.footprint());
    }

    /** What the climate alone weighs, Pt, from the greenhouse gas total; a lower bound where no EF factor is known. */
    public double climatePoints() {
        return result.footprint().total(IndicatorCategory.GHG) * SingleScore.pointsPerUnit(EfCategory.CLIMATE);
    }

    Map<String, Object> json(Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", "kg CO2e");
        Map<String, Double> scopes = new LinkedHashMap<>();
        for (int number = 1; number <= 3; number++) {
            scopes.put("SCOPE_" + number, scope(number));
        }
        json.put("ghgProtocol", scopes);
        Map<String, Double> categories = new LinkedHashMap<>();
        for (int category = 1; category <= 15; category++) {
            double value = inventory.scope3(category);
            if (value != 0) {
                categories.put(String.valueOf(category), value);
            }
        }
        json.put("scope3", categories);
        json.put("beges", posts(language));
        json.put("carbonApart", apart(language));
        return json;
    }

    Map<String, Object> scoreJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("points", score.points());
        json.put("unit", "Pt");
        json.put("missingWeight", score.missingWeight());
        json.put(
                "missingCategories",
                score.missing().stream().map(ImpactCategory::code).toList());
        json.put("climateOnlyFromGhg", climatePoints());
        json.put("coverage", coverage().json(Language.EN));
        return json;
    }
}
