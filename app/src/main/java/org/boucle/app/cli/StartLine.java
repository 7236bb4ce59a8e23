package org.boucle.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the command lines that start a server without the command library, whose own start would take a third of the
 * server's. It knows the plain spelling only: anything else, a mistake or {@code --help} among them, is left to the library
 * (decision 0013).
 */
public final class StartLine {
    static final int PORT = 8080;
    static final String HOST = "127.0.0.1";
    static final Path DIRECTORY = Path.of("boucle-data");

    private final boolean demo;
    private final Set<String> seen = new HashSet<>();
    private Path directory = DIRECTORY;
    private Optional<String> jdbcUrl = Optional.empty();
    private String host = HOST;
    private int port = PORT;
    private boolean open = true;
    private boolean publicIt;
    private boolean exitAfterStart;

    private StartLine(boolean demo) {
        this.demo = demo;
    }

    /** Serves as a command line asks and tells how it ended (0 or 1); empty where the library must read the line. */
    public static Optional<Integer> run(String... arguments) {
        return find(arguments).map(serving -> {
            try {
                return serving.run();
            } catch (RuntimeException failure) {
                Explanation.print(failure, new PrintWriter(System.err, true));
                return 1;
            }
        });
    }

    /** What a command line asks to serve; empty where it is another command or spelt in another way. */
    static Optional<Serving> find(String... arguments) {
        if (arguments.length == 0 || !List.of("serve", "demo").contains(arguments[0])) {
            return Optional.empty();
        }
        StartLine line = new StartLine(arguments[0].equals("demo"));
        Deque<String> left = new ArrayDeque<>(List.of(arguments).subList(1, arguments.length));
        while (!left.isEmpty()) {
            if (!line.takes(left.poll(), left)) {
                return Optional.empty();
            }
        }
        return Optional.of(line.serving());
    }

    /** Takes an option, with its value where it has one; false where it is not a plain one. */
    private boolean takes(String option, Deque<String> left) {
        if (!seen.add(option)) {
            return false;
        }
        switch (option) {
            case "--no-open" -> open = false;
            case "--exit-after-start" -> exitAfterStart = true;
            case "--public-it" -> publicIt = true;
            case "--data", "--db", "--host", "--port" -> {
                return isPlain(left.peek()) && takesValue(option, left.poll());
            }
            default -> {
                return false;
            }
        }
        return !(demo && publicIt);
    }

    private boolean takesValue(String option, String value) {
        switch (option) {
            case "--data" -> directory = Path.of(value);
            case "--db" -> jdbcUrl = Optional.of(value);
            case "--host" -> host = value;
            default -> {
                if (!value.matches("[0-9]{1,5}")) {
                    return false;
                }
                port = Integer.parseInt(value);
            }
        }
        return true;
    }

    /** The library reads quotes, {@code @files}, variables and options itself. */
    private static boolean isPlain(String value) {
        return value != null && value.matches("[^-\"'@$\\s][^\"'$\\s]*");
    }

    private Serving serving() {
        return new Serving(demo, directory, jdbcUrl, host, port, open, publicIt, exitAfterStart);
    }
}
