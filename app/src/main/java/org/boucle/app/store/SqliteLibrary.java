package org.boucle.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Unpacks SQLite's native library once beside the data rather than at each start into the temporary directory, which
 * takes a third of the start's CPU. Where that cannot be done, the driver goes its usual way.
 */
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** @param directory that of the store */
    static synchronized void unpackOnce(Path directory) {
        if (System.getProperty(PATH) != null) {
            return;
        }
        Path folder = directory.resolve("native").resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        String name = LibraryLoaderUtil.getNativeLibName();
        try {
            if (!Files.exists(folder.resolve(name))) {
                unpack(folder, name);
            }
            System.setProperty(PATH, folder.toAbsolutePath().toString());
        } catch (IOException unwritable) {
            System.getLogger(SqliteLibrary.class.getName())
                    .log(System.Logger.Level.DEBUG, "SQLite's library stays in the temporary directory", unwritable);
        }
    }

    private static void unpack(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, name, ".part");
        try (InputStream library =
                SqliteLibrary.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library == null) {
                throw new IOException("No SQLite library for this system at " + name);
            }
            Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
