package org.sitrep.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's machine code, unpacked once into the program's cache folder; without one the driver unpacks it at each start and takes it
 * away again.
 */
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** To be called before the first connection. Whatever fails is left to the driver. */
    static synchronized void settle() {
        String cache = System.getProperty("sitrep.cache", "");
        if (cache.isEmpty() || System.getProperty(PATH) != null) return;
        String name = LibraryLoaderUtil.getNativeLibName();
        URL packed = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (packed == null) return;
        Path folder = Path.of(cache).resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        try {
            unpack(packed, folder, folder.resolve(name));
            System.setProperty(PATH, folder.toString());
            System.setProperty("org.sqlite.lib.name", name);
        } catch (IOException e) {
            // A cache that cannot be written to costs a tenth of a second, no more.
        }
    }

    private static void unpack(URL packed, Path folder, Path library) throws IOException {
        URLConnection connection = packed.openConnection();
        try (InputStream in = connection.getInputStream()) {
            if (Files.exists(library) && Files.size(library) == connection.getContentLengthLong()) return;
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "library", ".half");
            Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
