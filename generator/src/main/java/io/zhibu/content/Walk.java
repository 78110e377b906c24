package io.zhibu.content;

import io.zhibu.config.Layout;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.unicode.Forbidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the files under a folder. Follows no symbolic link: what it points to may lie anywhere. */
final class Walk {
    /** No site has that many; a thread's stack, and what systems take for a path, end somewhere behind. */
    private static final int DEEPEST = 100;

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
            visit(folder, layout.spelt(folder), wholeTop);
        }
        return found;
    }

    private void visit(Path folder, String spelt, boolean whole) throws IOException {
        SortedMap<String, Path> children = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            list.forEach(child -> children.put(child.getFileName().toString(), child));
        }
        if (!whole && children.keySet().stream().anyMatch(ignore::equalsIgnoreCase)) {
            return;
        }
        for (Map.Entry<String, Path> child : children.entrySet()) {
            // Spelt as the layout spells it, without asking for the root each time.
            String name = child.getKey();
            visitChild(child.getValue(), spelt.isEmpty() ? name : spelt + "/" + name, name.startsWith("."));
        }
    }

    private void visitChild(Path child, String spelt, boolean hidden) throws IOException {
        // Asked once: three questions of each of ten thousand files would be three calls of the system.
        BasicFileAttributes kind = Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (hidden && !(kind.isDirectory() ? hiddenFolders : hiddenFiles)) {
            return;
        }
        if (spelt.indexOf('\\') >= 0) {
            // Spelt with a slash it could be the path of another file, and no address may have it.
            diagnostics.error(
                    Where.inFile(spelt), "file-name", "名称里有“\\”，像是解压时没有分出文件夹", "换一个软件重新解压，或把它放进该在的文件夹，去掉名称里的“\\”");
        } else if (Forbidden.first(spelt).isPresent()) {
            int c = spelt.codePointAt(Forbidden.first(spelt).getAsInt());
            diagnostics.error(Where.inFile(spelt), "file-name", "名称里有" + Forbidden.called(c), "给它改名，把名称重新输入一遍");
        } else if (kind.isSymbolicLink()) {
            diagnostics.error(Where.inFile(spelt), "symlink", "这是符号链接，不会跟随", "把它指向的文件拷到这里，删去链接");
        } else if (kind.isDirectory() && spelt.chars().filter(c -> c == '/').count() >= DEEPEST) {
            diagnostics.error(
                    Where.inFile(spelt), "folder-depth", "文件夹套了 " + DEEPEST + " 层还没有到底，不再往里看", "把要的文件移到外层，删去多余的文件夹");
        } else if (kind.isDirectory()) {
            visit(child, spelt, false);
        } else if (kind.isRegularFile()) {
            found.put(spelt, child);
        } else {
            // A pipe would be waited on for ever.
            diagnostics.error(Where.inFile(spelt), "file-unreadable", "这不是普通的文件，读不出来", "把它移出这个文件夹");
        }
    }
}
