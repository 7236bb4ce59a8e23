package org.boucle.features.energytwin.simulation;

import java.util.List;

/**
 * What the simulated factory bakes.
 *
 * @param product name of the product
 * @param family family of the product
 * @param line line that bakes it, 1 or 2
 * @param rate good quantity per hour, in kg
 * @param oven temperature at which it bakes, in °C
 * @param baking heat taken by a kg of dough (warming and evaporation), in kWh
 */
public record Recipe(String product, String family, int line, double rate, double oven, double baking) {
    static final List<Recipe> ALL = List.of(
            new Recipe("sablé", "biscuits secs", 1, 620, 225, 0.155),
            new Recipe("galette", "biscuits secs", 1, 540, 235, 0.175),
            new Recipe("petit-beurre", "biscuits secs", 1, 700, 215, 0.140),
            new Recipe("madeleine", "moelleux", 2, 380, 195, 0.190),
            new Recipe("quatre-quarts", "moelleux", 2, 320, 180, 0.215));

    static List<Recipe> ofLine(int line) {
        return ALL.stream().filter(recipe -> recipe.line() == line).toList();
    }
}
