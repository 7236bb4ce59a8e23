package org.boucle.app.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The files in which the kernel speaks. Both roots are given, so that a test or a container with the host's trees
 * mounted elsewhere reads from there. Files that are missing or forbidden read as an empty text: a virtual machine has no
 * power counters, and that is no error.
 */
final class SystemTree {
    private static final String[] NONE = {};
    private final File proc;
    private final File sys;
    private byte[] buffer = new byte[8192];

    SystemTree(File proc, File sys) {
        this.proc = proc;
        this.sys = sys;
    }

    File proc(String path) {
        return new File(proc, path);
    }

    File sys(String path) {
        return new File(sys, path);
    }

    /** Names in a directory in their order, none where there is no directory. */
    static String[] names(File directory) {
        String[] names = directory.list();
        if (names == null) {
            return NONE;
        }
        Arrays.sort(names);
        return names;
    }

    /** The whole text of a small file without blanks around it. */
    String text(File file) {
        try (FileInputStream in = new FileInputStream(file)) {
            int length = 0;
            int read = in.read(buffer, 0, buffer.length);
            while (read > 0) {
                length += read;
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
                read = in.read(buffer, length, buffer.length - length);
            }
            while (length > 0 && buffer[length - 1] <= ' ' && buffer[length - 1] >= 0) {
                length--;
            }
            return new String(buffer, 0, length, StandardCharsets.UTF_8);
        } catch (IOException absentOrForbidden) {
            return "";
        }
    }

    /** The whole number in a file, empty where there is none. */
    OptionalLong number(File file) {
        String text = text(file);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /** The number after a key at the beginning of a line, such as {@code MemTotal:} in {@code /proc/meminfo}; -1 without. */
    static long after(String text, String key) {
        int at = text.startsWith(key) ? 0 : text.indexOf("\n".concat(key)) + 1;
        if (at == 0 && !text.startsWith(key)) {
            return -1;
        }
        int from = at + key.length();
        while (from < text.length() && (text.charAt(from) < '0' || text.charAt(from) > '9')) {
            if (text.charAt(from) == '\n') {
                return -1;
            }
            from++;
        }
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == from ? -1 : Long.parseLong(text.substring(from, end));
    }

    /** Words of a line, separated by any number of blanks. */
    static String[] words(String line) {
        String[] words = new String[32];
        int count = 0;
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && line.charAt(at) <= ' ') {
                at++;
            }
            int from = at;
            while (at < line.length() && line.charAt(at) > ' ') {
                at++;
            }
            if (at > from) {
                if (count == words.length) {
                    words = Arrays.copyOf(words, 2 * count);
                }
                words[count++] = line.substring(from, at);
            }
        }
        return Arrays.copyOf(words, count);
    }
}
