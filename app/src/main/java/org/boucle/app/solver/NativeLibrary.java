package org.boucle.app.solver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OR-Tools' native libraries, unpacked once into a cache named by their version; its own loader unpacks 70 MB at every
 * start.
 */
final class NativeLibrary {
    private static final Pattern VERSION = Pattern.compile("ortools-[a-z0-9-]+?-(\\d[0-9.]*)\\.jar");

    private NativeLibrary() {}

    @SuppressWarnings("restricted")
    static void load() {
        String platform = "ortools-" + system() + "-" + architecture();
        String main = platform + "/" + System.mapLibraryName("jniortools");
        URL url = NativeLibrary.class.getClassLoader().getResource(main);
        if (url == null) {
            throw new IllegalStateException("No " + main + " on the class path. Maybe the platform is not supported.");
        }
        try {
            Path directory = unpacked(url, platform);
            System.load(directory.resolve(System.mapLibraryName("jniortools")).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("Unpacking " + main, failure);
        }
    }

    private static Path unpacked(URL url, String platform) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            Matcher version =
                    VERSION.matcher(Path.of(jar.getName()).getFileName().toString());
            String name = platform + "-" + (version.find() ? version.group(1) : "unknown");
            Path target = cache().resolve(name).toAbsolutePath();
            if (!Files.isDirectory(target)) {
                unpack(jar, platform, target);
            }
            return target;
        }
    }

    /** Unpacks beside the target and renames, so that a half-unpacked cache is never used. */
    private static void unpack(JarFile jar, String platform, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path scratch = Files.createTempDirectory(target.getParent(), "unpacking");
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (entry.getName().startsWith(platform + "/") && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, scratch.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        try {
            Files.move(scratch, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            delete(scratch);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path cache() throws IOException {
        String configured = System.getProperty("boucle.cache", System.getenv().getOrDefault("XDG_CACHE_HOME", ""));
        Path root = configured.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        try {
            return Files.createDirectories(root.resolve("boucle"));
        } catch (IOException notWritable) {
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "boucle-cache"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "darwin";
        }
        return name.contains("win") ? "win32" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") || name.equals("arm64") ? "aarch64" : "x86-64";
    }
}
