package io.zhibu.preview.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/** Walks a folder while others write in it: what has gone meanwhile is passed over. */
abstract class Walking extends SimpleFileVisitor<Path> {
    private static final int DEEPEST = 100;

    /** Told of each file. */
    abstract void file(Path file, BasicFileAttributes found);

    final void walk(Path tree) {
        try {
            Files.walkFileTree(tree, EnumSet.noneOf(FileVisitOption.class), DEEPEST, this);
        } catch (IOException gone) {
            // A folder that isn't there has no files; its parent tells if it comes back.
            return;
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
        file(file, found);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
        return FileVisitResult.CONTINUE;
    }
}
