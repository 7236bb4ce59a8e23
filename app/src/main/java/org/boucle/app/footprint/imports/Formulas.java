package org.boucle.app.footprint.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.core.impact.lca.Formula;
import org.boucle.core.impact.lca.FormulaError;
import org.boucle.core.impact.lca.Parameters;

/**
 * Named parameters of a package or of one process, which the amounts of exchanges may be formulas of. Names are the same in
 * any case, arguments stand between commas or semicolons.
 */
final class Formulas {
    private final Map<String, Formula> formulas;
    private Map<String, Double> values = Map.of();
    private boolean solved;

    Formulas() {
        this(Map.of());
    }

    private Formulas(Map<String, Formula> formulas) {
        this.formulas = new LinkedHashMap<>(formulas);
    }

    /** A copy to which a process adds its own parameters, which hide those of the same name. */
    Formulas inner() {
        return new Formulas(formulas);
    }

    void add(String name, double value) {
        put(name, new Formula.Constant(value));
    }

    /** Adds a formula; whether it can be read. */
    boolean add(String name, String formula) {
        try {
            put(name, Formula.parse(plain(formula)));
            return true;
        } catch (FormulaError unreadable) {
            return false;
        }
    }

    private void put(String name, Formula formula) {
        solved = false;
        formulas.put(name.strip().toLowerCase(Locale.ROOT), formula);
    }

    /** The value of a formula; absent where it cannot be read, a name is unknown or the value is not finite. */
    OptionalDouble value(String formula) {
        try {
            Map<String, Double> known = values();
            Formula read = Formula.parse(plain(formula));
            if (!known.keySet().containsAll(read.names())) {
                return OptionalDouble.empty();
            }
            double value =
                    read.evaluate(name -> new Formula.Value(known.get(name), 0)).value();
            return Double.isFinite(value) && Math.abs(value) < 1e30 ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (FormulaError unreadable) {
            return OptionalDouble.empty();
        }
    }

    private Map<String, Double> values() {
        if (!solved) {
            values = new HashMap<>(new Parameters(formulas).values());
            solved = true;
        }
        return values;
    }

    private static String plain(String formula) {
        return formula.toLowerCase(Locale.ROOT).replace(';', ',');
    }
}
