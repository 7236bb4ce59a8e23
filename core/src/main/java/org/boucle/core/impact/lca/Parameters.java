package org.boucle.core.impact.lca;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.boucle.core.impact.lca.Formula.Value;

/**
 * Named parameters that may depend on one another.
 *
 * @param formulas the formula of each name; a plain number is a formula too
 */
public record Parameters(Map<String, Formula> formulas) {
    public Parameters {
        formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
    }

    /** No parameters. */
    public static Parameters none() {
        return new Parameters(Map.of());
    }

    /** The same with one parameter set to a number: a scenario. */
    public Parameters with(String name, double value) {
        Map<String, Formula> changed = new LinkedHashMap<>(formulas);
        changed.put(name, new Formula.Constant(value));
        return new Parameters(changed);
    }

    /**
     * All values.
     *
     * @throws FormulaError if a name is unknown, formulas go in a circle or a value is not finite
     */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        evaluator("").forEach((name, value) -> values.put(name, value.value()));
        return values;
    }

    /** The value of a formula over these parameters. */
    public double evaluate(Formula formula) {
        return derivative(formula, "").value();
    }

    /** The value of a formula with its derivative by one parameter, through all formulas in between. */
    public Value derivative(Formula formula, String by) {
        return finite(formula.evaluate(lookup(evaluator(by))), formula.toString());
    }

    /** All values with their derivatives by one parameter. */
    Map<String, Value> evaluator(String by) {
        Map<String, Value> known = new HashMap<>();
        for (String name : formulas.keySet()) {
            resolve(name, by, known, new ArrayDeque<>());
        }
        return known;
    }

    private void resolve(String name, String by, Map<String, Value> known, Deque<String> path) {
        if (known.containsKey(name)) {
            return;
        }
        Formula formula = formulas.get(name);
        if (formula == null) {
            throw unknown(name);
        }
        if (path.contains(name)) {
            throw new FormulaError("The parameters " + path.reversed() + " depend on one another in a circle.", -1);
        }
        path.push(name);
        formula.names().forEach(used -> resolve(used, by, known, path));
        path.pop();
        Value value = finite(formula.evaluate(lookup(known)), name);
        known.put(name, name.equals(by) ? new Value(value.value(), 1) : value);
    }

    static Function<String, Value> lookup(Map<String, Value> known) {
        return name -> {
            Value value = known.get(name);
            if (value == null) {
                throw unknown(name);
            }
            return value;
        };
    }

    static Value finite(Value value, String what) {
        if (!Double.isFinite(value.value())) {
            throw new FormulaError(what + " is " + value.value() + ". Maybe a division by zero?", -1);
        }
        return value;
    }

    private static FormulaError unknown(String name) {
        return new FormulaError("There is no parameter '" + name + "'. Maybe it is spelt differently?", -1);
    }
}
