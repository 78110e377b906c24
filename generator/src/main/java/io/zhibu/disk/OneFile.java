package io.zhibu.disk;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A single file in place of the last one of its kind, or the last one as it is: written beside it first and renamed when it is whole. */
public final class OneFile {
    private final Path target;
    private final String begin;

    /**
     * @param target absolute
     * @param begin what every file of the kind begins with, in ASCII: another file isn't ours to replace
     */
    public OneFile(Path target, String begin) {
        this.target = target;
        this.begin = begin;
    }

    /** Writes to the path that it is given, and tells whether what is there now may take the place of the last one. */
    @FunctionalInterface
    public interface Writing {
        boolean to(Path fresh) throws IOException;
    }

    /** Whether nothing stands there, or the last one of the kind. */
    public boolean isOurs() {
        return !Files.exists(target) || Files.isRegularFile(target) && isOfTheKind();
    }

    /** An error if something of another kind stands there. */
    public List<Diagnostic> refusal() {
        return isOurs()
                ? List.of()
                : List.of(Diagnostic.error(
                        Where.inFile(target.toString()), "target-foreign", "这里已有别的东西，不能替换", "换一个文件名（--out），或自己移走它"));
    }

    private boolean isOfTheKind() {
        try (InputStream in = Files.newInputStream(target)) {
            byte[] bytes = in.readNBytes(begin.length());
            return bytes.length == 0 || new String(bytes, StandardCharsets.ISO_8859_1).equals(begin);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Nothing is left beside it, however the writing ends. */
    public void write(Writing writing) throws IOException {
        Files.createDirectories(target.getParent());
        Path fresh = beside(".new");
        try {
            if (writing.to(fresh)) {
                move(fresh);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public Path beside(String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException twoDisks) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
