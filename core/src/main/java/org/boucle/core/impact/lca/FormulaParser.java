package org.boucle.core.impact.lca;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a formula by recursive descent; depth and length are bounded. */
final class FormulaParser {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 200;
    private static final Map<String, Integer> ARGUMENTS =
            Map.of("abs", 1, "exp", 1, "ln", 1, "log10", 1, "sqrt", 1, "if", 3, "pow", 2, "min", 0, "max", 0);

    private final String text;
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula parse() {
        if (text.length() > LONGEST) {
            throw new FormulaError("The formula has " + text.length() + " characters, more than " + LONGEST + ".", 0);
        }
        Formula formula = comparison();
        if (peek() != 0) {
            throw error("'" + text.charAt(at) + "' is not expected here");
        }
        return formula;
    }

    /** A comparison is 1 where it holds and 0 where it does not. */
    private Formula comparison() {
        Formula left = sum();
        char first = peek();
        if (first != '<' && first != '>' && first != '=' && first != '!') {
            return left;
        }
        at++;
        boolean equal = take('=');
        char operator = switch (first) {
            case '<' -> equal ? '\u2264' : take('>') ? '\u2260' : '<';
            case '>' -> equal ? '\u2265' : '>';
            case '=' -> '=';
            default -> '\u2260';
        };
        if (first == '!' && !equal) {
            throw error("'=' is missing after '!'");
        }
        return new Formula.Operation(operator, left, sum());
    }

    private Formula sum() {
        Formula left = product();
        while (peek() == '+' || peek() == '-') {
            char operator = text.charAt(at++);
            left = new Formula.Operation(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = signed();
        while (peek() == '*' || peek() == '/') {
            char operator = text.charAt(at++);
            left = new Formula.Operation(operator, left, signed());
        }
        return left;
    }

    private Formula signed() {
        if (++depth > DEEPEST) {
            throw error("The formula is nested more than " + DEEPEST + " deep");
        }
        Formula result;
        if (take('-')) {
            result = new Formula.Operation('-', new Formula.Constant(0), signed());
        } else if (take('+')) {
            result = signed();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private Formula power() {
        Formula base = atom();
        return take('^') ? new Formula.Operation('^', base, signed()) : base;
    }

    private Formula atom() {
        char c = peek();
        if (take('(')) {
            Formula inner = comparison();
            require(')');
            return inner;
        }
        if (Character.isDigit(c) || c == '.') {
            return number();
        }
        if (Character.isLetter(c) || c == '_') {
            return nameOrCall();
        }
        throw error(c == 0 ? "The formula ends too early" : "'" + c + "' is not expected here");
    }

    private Formula number() {
        int from = at;
        while (at < text.length() && isNumberPart(from)) {
            at++;
        }
        try {
            return new Formula.Constant(Double.parseDouble(text.substring(from, at)));
        } catch (NumberFormatException notANumber) {
            throw new FormulaError("'" + text.substring(from, at) + "' is not a number (position " + from + ").", from);
        }
    }

    private boolean isNumberPart(int from) {
        char c = text.charAt(at);
        boolean sign = (c == '-' || c == '+') && at > from && Character.toLowerCase(text.charAt(at - 1)) == 'e';
        return Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || sign;
    }

    private Formula nameOrCall() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(from, at);
        return take('(') ? call(name, from) : new Formula.Name(name);
    }

    private Formula call(String name, int from) {
        Integer expected = ARGUMENTS.get(name);
        if (expected == null) {
            throw new FormulaError(
                    "There is no function '" + name + "' (position " + from + "). Maybe one of "
                            + ARGUMENTS.keySet().stream().sorted().toList() + "?",
                    from);
        }
        List<Formula> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (take(',') || take(';'));
        require(')');
        if (expected > 0 && arguments.size() != expected) {
            throw new FormulaError(
                    name + " takes " + expected + " arguments, not " + arguments.size() + " (position " + from + ").",
                    from);
        }
        return name.equals("pow")
                ? new Formula.Operation('^', arguments.getFirst(), arguments.getLast())
                : new Formula.Call(name, arguments);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char expected) {
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char expected) {
        if (!take(expected)) {
            throw error("'" + expected + "' is missing");
        }
    }

    private FormulaError error(String message) {
        return new FormulaError(message + " (position " + at + ").", at);
    }
}
