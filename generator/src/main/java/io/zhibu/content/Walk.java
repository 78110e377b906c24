package io.zhibu.content;

import io.zhibu.config.Layout;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the files under a folder. Follows no symbolic link: what it points to may lie anywhere. */
final class Walk {
    private final Layout layout;
    private final Diagnostics diagnostics;
    private final SortedMap<String, Path> found = new TreeMap<>();
    private String ignore = ".jbakeignore";
    private boolean hiddenFiles;
    private boolean hiddenFolders;
    private boolean wholeTop;

    Walk(Layout layout, Diagnostics diagnostics) {
        this.layout = layout;
        this.diagnostics = diagnostics;
    }

    Walk withHidden() {
        hiddenFiles = true;
        return withHiddenFolders();
    }

    Walk withHiddenFolders() {
        hiddenFolders = true;
        return this;
    }

    /** As JBake does it: a file of this name keeps folders out, but never the one where the walk begins. */
    Walk ignoring(String name) {
        ignore = name;
        wholeTop = true;
        return this;
    }

    /** By path from the site's root with forward slashes. Hidden files, and folders with a {@code .jbakeignore}, are left out. */
    SortedMap<String, Path> files(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            visit(folder, wholeTop);
        }
        return found;
    }

    private void visit(Path folder, boolean whole) throws IOException {
        List<Path> children;
        try (Stream<Path> list = Files.list(folder)) {
            children = list.sorted(Comparator.comparing(Walk::name)).toList();
        }
        if (!whole && children.stream().anyMatch(child -> name(child).equalsIgnoreCase(ignore))) {
            return;
        }
        for (Path child : children) {
            boolean folderToo = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
            if (name(child).startsWith(".") && !(folderToo ? hiddenFolders : hiddenFiles)) {
                continue;
            }
            if (Files.isSymbolicLink(child)) {
                diagnostics.error(Where.inFile(layout.spelt(child)), "symlink", "这是符号链接，不会跟随", "把它指向的文件拷到这里，删去链接");
            } else if (folderToo) {
                visit(child, false);
            } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                found.put(layout.spelt(child), child);
            } else {
                // A pipe would be waited on for ever.
                diagnostics.error(Where.inFile(layout.spelt(child)), "file-unreadable", "这不是普通的文件，读不出来", "把它移出这个文件夹");
            }
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
