package org.boucle.features.itfootprint.measurement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text that Prometheus and OpenMetrics exporters answer: one sample a line, {@code name{label="value"} 1.5},
 * an optional time stamp and exemplar, comments after {@code #}. Lines that are none of this are left out.
 */
public final class Exposition {
    private Exposition() {}

    /** One sample; a label that the line does not bear reads as an empty text. */
    public record Sample(String name, Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        /** The label's value, empty where the sample does not bear it. */
        public String label(String label) {
            return labels.getOrDefault(label, "");
        }

        Counter counter() {
            return new Counter(name, labels);
        }
    }

    /** What tells one counter from another: its name and labels. */
    record Counter(String name, Map<String, String> labels) {}

    /** The finite samples of a page whose name begins with the prefix, in their order. */
    public static List<Sample> parse(String page, String prefix) {
        List<Sample> samples = new ArrayList<>();
        int at = 0;
        while (at < page.length()) {
            int end = page.indexOf('\n', at);
            if (end < 0) {
                end = page.length();
            }
            // the format lets blanks and tabs stand before a sample
            int start = at;
            while (start < end && isBlank(page.charAt(start))) {
                start++;
            }
            if (page.startsWith(prefix, start)) {
                addLine(page.substring(start, end), samples);
            }
            at = end + 1;
        }
        return samples;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The place of the first blank or tab, or -1. */
    private static int blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBlank(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void addLine(String line, List<Sample> samples) {
        int nameEnd = 0;
        while (nameEnd < line.length() && !isBlank(line.charAt(nameEnd)) && line.charAt(nameEnd) != '{') {
            nameEnd++;
        }
        int next = nameEnd;
        while (next < line.length() && isBlank(line.charAt(next))) {
            next++;
        }
        if (nameEnd == 0 || next == line.length()) {
            return;
        }
        boolean labelled = line.charAt(next) == '{';
        Map<String, String> labels = new HashMap<>();
        int valueStart = labelled ? labels(line, next + 1, labels) : nameEnd;
        if (valueStart < 0) {
            return;
        }
        String rest = line.substring(valueStart).strip();
        int stamp = blank(rest);
        try {
            double value = Double.parseDouble(stamp < 0 ? rest : rest.substring(0, stamp));
            if (Double.isFinite(value)) {
                samples.add(new Sample(line.substring(0, nameEnd), labels, value));
            }
        } catch (NumberFormatException notASample) {
            // the format lets an exporter write lines of other kinds; they hold no number for us
        }
    }

    /** Reads labels from after the opening brace; the place after the closing one, or -1. */
    private static int labels(String line, int at, Map<String, String> labels) {
        while (at < line.length() && line.charAt(at) != '}') {
            int equals = line.indexOf('=', at);
            if (equals < 0 || equals + 1 >= line.length() || line.charAt(equals + 1) != '"') {
                return -1;
            }
            String name = line.substring(at, equals).strip();
            StringBuilder value = new StringBuilder();
            int i = equals + 2;
            while (i < line.length() && line.charAt(i) != '"') {
                char c = line.charAt(i++);
                if (c == '\\' && i < line.length()) {
                    char escaped = line.charAt(i++);
                    value.append(escaped == 'n' ? '\n' : escaped);
                } else {
                    value.append(c);
                }
            }
            if (i >= line.length()) {
                return -1;
            }
            labels.put(name, value.toString());
            at = i + 1;
            if (at < line.length() && line.charAt(at) == ',') {
                at++;
            }
        }
        return at < line.length() ? at + 1 : -1;
    }
}
