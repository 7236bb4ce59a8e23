package org.boucle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads like the drawing in ARCHITECTURE.md: an arrow that isn't here, or a room that no longer exists, fails. */
class ArrowsTest {
    private static final String ROOT = "org.boucle.";

    /** Inside core: each room and the rooms that it may see. */
    private static final Map<String, Set<String>> CORE = core();

    private static Map<String, Set<String>> core() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("text", Set.of());
        rooms.put("input", Set.of("text"));
        rooms.put("twin", Set.of("text", "input"));
        rooms.put("data", Set.of());
        rooms.put("units", Set.of("text"));
        rooms.put("factors", Set.of("text", "input", "data", "units"));
        rooms.put("impact", Set.of("text", "input", "data", "units", "factors"));
        rooms.put("scenario", Set.of("text", "input", "data", "units", "factors", "impact"));
        rooms.put("decision", Set.of("text", "input", "units", "impact", "scenario"));
        return rooms;
    }

    /** Packages of strangers that the pure modules may use besides the JDK. */
    private static final Set<String> FEATURE_LIBRARIES = Set.of("org.hipparchus");

    private static final Pattern NAME = Pattern.compile("^(?:\\[+L)?([a-z][\\w/]*)/[\\w$-]+;?$");

    private static final Map<String, Set<String>> ARROWS = read();

    @Test
    void coreSeesOnlyItselfAndTheJdk() {
        assertThat(strangers("core.", Set.of())).isEmpty();
    }

    @Test
    void roomsInCoreFollowTheDrawing() {
        List<String> wrong = new ArrayList<>();
        arrowsFrom("core.")
                .forEach((from, targets) -> targets.forEach(to -> {
                    String room = room(from, "core.");
                    String other = room(to, "core.");
                    boolean allowed = room.equals(other)
                            || CORE.getOrDefault(room, Set.of()).contains(other);
                    if (to.startsWith("core.") && !allowed) {
                        wrong.add(from + " → " + to);
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRoomOfTheDrawingExists() {
        Set<String> rooms = new TreeSet<>();
        ARROWS.keySet().stream()
                .filter(name -> name.startsWith("core."))
                .forEach(name -> rooms.add(room(name, "core.")));
        assertThat(rooms).isEqualTo(new TreeSet<>(CORE.keySet()));
    }

    @Test
    void featuresSeeCoreAndNeverEachOther() {
        List<String> wrong = new ArrayList<>();
        arrowsFrom("features.")
                .forEach((from, targets) -> targets.forEach(to -> {
                    boolean sameFeature =
                            to.startsWith("features.") && feature(from).equals(feature(to));
                    boolean ownLever = from.startsWith("features.levers.");
                    if (!to.startsWith("core.") && !sameFeature && !ownLever) {
                        wrong.add(from + " → " + to);
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(strangers("features.", FEATURE_LIBRARIES)).isEmpty();
    }

    @Test
    void onlyTheAppTouchesFilesSqlAndNetwork() {
        List<String> wrong = new ArrayList<>();
        for (String module : List.of("core.", "features.")) {
            ARROWS.forEach((from, targets) -> targets.stream()
                    .filter(to -> from.startsWith(module))
                    .filter(to ->
                            to.startsWith("java.sql") || to.startsWith("java.net") || to.startsWith("java.nio.file"))
                    .forEach(to -> wrong.add(from + " → " + to)));
        }
        assertThat(wrong).isEmpty();
    }

    /** Levers are named by two parts, other features by one. */
    private static String feature(String name) {
        String[] parts = name.split("\\.");
        return parts[1].equals("levers") && parts.length > 2 ? "levers." + parts[2] : parts[1];
    }

    private static String room(String name, String module) {
        return name.startsWith(module) ? name.substring(module.length()).split("\\.")[0] : name;
    }

    private static Map<String, Set<String>> arrowsFrom(String module) {
        Map<String, Set<String>> own = new TreeMap<>();
        ARROWS.forEach((from, targets) -> {
            if (from.startsWith(module)) {
                Set<String> inside = new TreeSet<>(targets);
                inside.removeIf(to -> !to.startsWith("core.") && !to.startsWith("features.") && !to.startsWith("app."));
                own.put(from, inside);
            }
        });
        return own;
    }

    private static List<String> strangers(String module, Set<String> allowed) {
        List<String> wrong = new ArrayList<>();
        ARROWS.forEach((from, targets) -> targets.stream()
                .filter(to -> from.startsWith(module))
                .filter(to -> !to.startsWith("core.")
                        && !to.startsWith("features.")
                        && !to.startsWith("java.")
                        && !to.startsWith("javax.crypto"))
                .filter(to -> allowed.stream().noneMatch(to::startsWith))
                .forEach(to -> wrong.add(from + " → " + to)));
        return wrong;
    }

    /** Package to the packages that its classes name, ours without the root. */
    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (String module : List.of("core", "features", "app")) {
            Path classes = Path.of("..", module, "target", "classes", "org", "boucle");
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(file -> file.toString().endsWith(".class")).forEach(file -> add(arrows, file));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return arrows;
    }

    private static void add(Map<String, Set<String>> arrows, Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            String from = packageOf(model.thisClass().asInternalName()).orElseThrow();
            Set<String> targets = arrows.computeIfAbsent(from, name -> new TreeSet<>());
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof ClassEntry target) {
                    packageOf(target.asInternalName())
                            .filter(to -> !to.equals(from))
                            .ifPresent(targets::add);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<String> packageOf(String internalName) {
        Matcher matcher = NAME.matcher(internalName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1).replace('/', '.');
        return Optional.of(name.startsWith(ROOT) ? name.substring(ROOT.length()) : name);
    }
}
