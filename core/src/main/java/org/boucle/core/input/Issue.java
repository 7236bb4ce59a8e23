package org.boucle.core.input;

import java.util.List;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;

/**
 * One thing wrong in the input.
 *
 * @param place where it stands
 * @param code key of its text: {@code issue.<code>} in the messages, which says what is wrong and the cure
 * @param arguments what the text names: the value found, the values allowed
 */
public record Issue(Place place, String code, List<String> arguments) {
    private static final int LONGEST_ARGUMENT = 200;

    public Issue {
        if (code.isBlank()) {
            throw new IllegalArgumentException("An issue needs a code. Maybe the key of its message was forgotten.");
        }
        arguments = arguments.stream().map(Issue::shortened).toList();
    }

    public static Issue of(Place place, String code, Object... arguments) {
        return new Issue(
                place,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
    }

    /** The text in the user's language, with its place in front. */
    public String text(Messages messages, Language language) {
        String text = messages.find(language, "issue." + code, arguments.toArray())
                .orElseGet(() -> code + (arguments.isEmpty() ? "" : " " + String.join(", ", arguments)));
        String path = place.path();
        return path.isEmpty() ? text : path + ": " + text;
    }
}
