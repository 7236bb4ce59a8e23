package org.boucle.features.itfootprint.measurement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A JSON value as the measuring tools write it. The agent carries this reader of one file instead of a library, because
 * every megabyte that it holds is held on every machine it measures (decision 0620).
 */
public sealed interface Json {
    /** An object; a member whose value is {@code null} is left out. */
    record Tree(Map<String, Json> members) implements Json {
        public Tree {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array; elements that are {@code null} are left out. */
    record Items(List<Json> elements) implements Json {
        public Items {
            elements = List.copyOf(elements);
        }
    }

    record Text(String value) implements Json {}

    record Num(double value) implements Json {}

    record Flag(boolean value) implements Json {}

    /** The member of that name, empty where there is none or this is no object. */
    default Optional<Json> find(String name) {
        return this instanceof Tree tree ? Optional.ofNullable(tree.members.get(name)) : Optional.empty();
    }

    /** The number under that name; a text that holds a number counts, for shell scripts quote at will. */
    default OptionalDouble findNumber(String name) {
        Optional<Json> found = find(name);
        if (found.isPresent() && found.get() instanceof Num number) {
            return OptionalDouble.of(number.value);
        }
        return found.isPresent() && found.get() instanceof Text text ? number(text.value) : OptionalDouble.empty();
    }

    /** The text under that name. */
    default Optional<String> findText(String name) {
        Optional<Json> found = find(name);
        return found.isPresent() && found.get() instanceof Text text ? Optional.of(text.value) : Optional.empty();
    }

    /** The elements of an array, none where this is no array. */
    default List<Json> elements() {
        return this instanceof Items items ? items.elements : List.of();
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** Reads one value; empty where the text is no JSON, is a bare {@code null}, or nests deeper than 64. */
    static Optional<Json> parse(String text) {
        Reader reader = new Reader(text);
        try {
            Optional<Json> value = reader.value(0);
            return reader.atEnd() ? value : Optional.empty();
        } catch (Reader.Malformed malformed) {
            return Optional.empty();
        }
    }

    /** A plain recursive descent over the text. */
    final class Reader {
        private static final int DEEPEST = 64;

        /** The text is no JSON. Without a stack trace, since bad lines may be many. */
        private static final class Malformed extends RuntimeException {
            private static final long serialVersionUID = 1;

            Malformed() {
                super("not JSON", null, false, false);
            }
        }

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            skipBlank();
            return at == text.length();
        }

        Optional<Json> value(int depth) {
            skipBlank();
            if (depth > DEEPEST || at >= text.length()) {
                throw new Malformed();
            }
            return switch (text.charAt(at)) {
                case '{' -> Optional.of(object(depth));
                case '[' -> Optional.of(array(depth));
                case '"' -> Optional.of(new Text(string()));
                case 't' -> word("true", Optional.of(new Flag(true)));
                case 'f' -> word("false", Optional.of(new Flag(false)));
                case 'n' -> word("null", Optional.empty());
                default -> Optional.of(new Num(digits()));
            };
        }

        private Json object(int depth) {
            Map<String, Json> members = new LinkedHashMap<>();
            at++;
            if (next('}')) {
                return new Tree(members);
            }
            do {
                skipBlank();
                String name = string();
                require(':');
                Optional<Json> value = value(depth + 1);
                if (value.isPresent()) {
                    members.put(name, value.get());
                }
            } while (next(','));
            require('}');
            return new Tree(members);
        }

        private Json array(int depth) {
            List<Json> elements = new ArrayList<>();
            at++;
            if (next(']')) {
                return new Items(elements);
            }
            do {
                Optional<Json> value = value(depth + 1);
                if (value.isPresent()) {
                    elements.add(value.get());
                }
            } while (next(','));
            require(']');
            return new Items(elements);
        }

        private String string() {
            if (at >= text.length() || text.charAt(at) != '"') {
                throw new Malformed();
            }
            int end = text.indexOf('"', ++at);
            int escape = text.indexOf('\\', at);
            if (end >= 0 && (escape < 0 || escape > end)) {
                String plain = text.substring(at, end);
                at = end + 1;
                return plain;
            }
            StringBuilder out = new StringBuilder();
            while (true) {
                char c = take();
                if (c == '"') {
                    return out.toString();
                }
                out.append(c == '\\' ? escaped() : c);
            }
        }

        private char escaped() {
            char c = take();
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = Character.digit(take(), 16);
                        if (digit < 0) {
                            throw new Malformed();
                        }
                        code = code * 16 + digit;
                    }
                    yield (char) code;
                }
                default -> throw new Malformed();
            };
        }

        private double digits() {
            int start = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            OptionalDouble value = number(text.substring(start, at));
            if (value.isEmpty()) {
                throw new Malformed();
            }
            return value.getAsDouble();
        }

        private Optional<Json> word(String word, Optional<Json> value) {
            if (!text.startsWith(word, at)) {
                throw new Malformed();
            }
            at += word.length();
            return value;
        }

        private boolean next(char wanted) {
            skipBlank();
            boolean found = at < text.length() && text.charAt(at) == wanted;
            if (found) {
                at++;
            }
            return found;
        }

        private void require(char wanted) {
            if (!next(wanted)) {
                throw new Malformed();
            }
        }

        private char take() {
            if (at >= text.length()) {
                throw new Malformed();
            }
            return text.charAt(at++);
        }

        private void skipBlank() {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
        }
    }
}
