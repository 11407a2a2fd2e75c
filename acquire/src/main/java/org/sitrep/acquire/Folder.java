package org.sitrep.acquire;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.sitrep.acquire.Acquired.Unreadable;

/**
 * The pages of a folder and of the folders in it. Hidden files and files with other endings are left out. A link is followed only to
 * what lies in the folder itself: who fills a folder with pages must not choose which other files of this machine are read.
 *
 * @param files ordered by their path's characters, whatever the file system's own order
 * @param faults what could not be listed
 */
record Folder(List<Path> files, List<Unreadable> faults) {
    static Folder list(Path folder) {
        List<Path> files = new ArrayList<>();
        List<Unreadable> faults = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Visitor(folder, files, faults));
        } catch (IOException e) {
            faults.add(new Unreadable(
                    folder.toString(), "cannot be listed (" + e.getMessage() + ")", "check its permissions"));
        }
        files.sort(Comparator.comparing(p -> p.toString().replace('\\', '/')));
        return new Folder(files, faults);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> files;
        private final List<Unreadable> faults;

        Visitor(Path top, List<Path> files, List<Unreadable> faults) {
            this.top = top;
            this.files = files;
            this.faults = faults;
        }

        private boolean hidden(Path path) {
            return !path.equals(top) && path.getFileName().toString().startsWith(".");
        }

        /** Whether the path is a link to somewhere else, which is then a fault. */
        private boolean leadsOut(Path path) {
            if (path.equals(top) || !Files.isSymbolicLink(path)) return false;
            try {
                if (path.toRealPath().startsWith(top.toRealPath())) return false;
            } catch (IOException e) {
                // Where it leads cannot be told, so it is not followed.
            }
            faults.add(new Unreadable(
                    path.toString(),
                    "the link leads out of the folder",
                    "name what it leads to by itself, or put it into the folder"));
            return true;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return hidden(folder) || leadsOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (hidden(file) || !Kind.wanted(file.getFileName().toString()) || leadsOut(file))
                return FileVisitResult.CONTINUE;
            if (attributes.isRegularFile()) files.add(file);
            else
                faults.add(new Unreadable(
                        file.toString(),
                        "is a pipe or a device, whose end may never come",
                        "leave it out, or name it by itself"));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            boolean loop = e instanceof FileSystemLoopException;
            if (loop)
                faults.add(
                        new Unreadable(file.toString(), "the link leads back to a folder above it", "remove the link"));
            else if (!hidden(file))
                faults.add(new Unreadable(
                        file.toString(), "may not be read by you", "change its permissions or leave it out"));
            return FileVisitResult.CONTINUE;
        }
    }
}
