package org.boucle.core.impact.lca;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A formula over named parameters, as exchanges of a life-cycle database carry them: numbers, names, + - * / ^, brackets
 * and the functions listed in {@link Call}. It is evaluated with its derivative, so that sensitivities reach through it.
 */
public sealed interface Formula {

    /** A value with its derivative by one parameter. */
    record Value(double value, double derivative) {
        static Value of(double value) {
            return new Value(value, 0);
        }
    }

    /** The value, and its derivative, given those of each name. */
    Value evaluate(Function<String, Value> names);

    /** Collects the names used. */
    void collectNames(Set<String> names);

    /** The names used, in the order of their first appearance. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collectNames(names);
        return names;
    }

    /**
     * Reads a formula.
     *
     * @throws FormulaError if it cannot be read, with the position
     */
    static Formula parse(String text) {
        return new FormulaParser(text).parse();
    }

    /** A number. */
    record Constant(double value) implements Formula {
        @Override
        public Value evaluate(Function<String, Value> names) {
            return Value.of(value);
        }

        @Override
        public void collectNames(Set<String> names) {
            // A number uses no name.
        }
    }

    /** A parameter. */
    record Name(String name) implements Formula {
        @Override
        public Value evaluate(Function<String, Value> names) {
            return names.apply(name);
        }

        @Override
        public void collectNames(Set<String> names) {
            names.add(name);
        }
    }

    /** An operation on two formulas: one of + - * / ^, or a comparison: &lt; &gt; = &le; &ge; &ne;. */
    record Operation(char operator, Formula left, Formula right) implements Formula {
        @Override
        public Value evaluate(Function<String, Value> names) {
            Value a = left.evaluate(names);
            Value b = right.evaluate(names);
            double x = a.value();
            double y = b.value();
            double dx = a.derivative();
            double dy = b.derivative();
            return switch (operator) {
                case '+' -> new Value(x + y, dx + dy);
                case '-' -> new Value(x - y, dx - dy);
                case '*' -> new Value(x * y, dx * y + x * dy);
                case '/' -> new Value(x / y, (dx * y - x * dy) / (y * y));
                case '^' -> power(x, y, dx, dy);
                case '<' -> Value.of(x < y ? 1 : 0);
                case '>' -> Value.of(x > y ? 1 : 0);
                case '=' -> Value.of(x == y ? 1 : 0);
                case '\u2264' -> Value.of(x <= y ? 1 : 0);
                case '\u2265' -> Value.of(x >= y ? 1 : 0);
                case '\u2260' -> Value.of(x != y ? 1 : 0);
                default -> throw new IllegalStateException("No operator " + operator);
            };
        }

        private static Value power(double x, double y, double dx, double dy) {
            double value = Math.pow(x, y);
            double byBase = dx == 0 ? 0 : y * Math.pow(x, y - 1) * dx;
            double byExponent = dy == 0 ? 0 : value * Math.log(x) * dy;
            return new Value(value, byBase + byExponent);
        }

        @Override
        public void collectNames(Set<String> names) {
            left.collectNames(names);
            right.collectNames(names);
        }
    }

    /** A function of one or more formulas: abs, exp, ln, log10, sqrt, min, max, if (condition &gt; 0, then, else). */
    record Call(String function, List<Formula> arguments) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Value evaluate(Function<String, Value> names) {
            Value a = arguments.getFirst().evaluate(names);
            double x = a.value();
            double dx = a.derivative();
            return switch (function) {
                case "abs" -> new Value(Math.abs(x), Math.signum(x) * dx);
                case "exp" -> new Value(Math.exp(x), Math.exp(x) * dx);
                case "ln" -> new Value(Math.log(x), dx / x);
                case "log10" -> new Value(Math.log10(x), dx / (x * Math.log(10)));
                case "sqrt" -> new Value(Math.sqrt(x), dx == 0 ? 0 : dx / (2 * Math.sqrt(x)));
                case "if" -> arguments.get(x > 0 ? 1 : 2).evaluate(names);
                case "min" -> extreme(names, -1);
                case "max" -> extreme(names, 1);
                default -> throw new IllegalStateException("No function " + function);
            };
        }

        private Value extreme(Function<String, Value> names, int sign) {
            Value best = arguments.getFirst().evaluate(names);
            for (Formula argument : arguments.subList(1, arguments.size())) {
                Value next = argument.evaluate(names);
                best = sign * next.value() > sign * best.value() ? next : best;
            }
            return best;
        }

        @Override
        public void collectNames(Set<String> names) {
            arguments.forEach(argument -> argument.collectNames(names));
        }
    }
}
