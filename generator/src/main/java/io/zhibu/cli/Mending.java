package io.zhibu.cli;

import io.zhibu.disk.OneFile;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Scruples;
import io.zhibu.proofread.Veil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Puts right in files what can be without a person, or shows what would change. */
final class Mending {
    private final Console console;
    private final Path root;
    private final boolean show;
    private final Proofs proofs = new Proofs(Scruples.NONE);

    /** @param show lines as they are and as they would be, and no file is touched */
    Mending(Console console, Path root, boolean show) {
        this.console = console;
        this.root = root;
        this.show = show;
    }

    /** @param files paths from the site's root */
    void mend(List<String> files) throws IOException {
        int changed = 0;
        int lines = 0;
        for (String file : files) {
            Path path = root.resolve(file);
            Optional<String> text = text(path);
            if (text.isEmpty()) {
                console.err().println(file + ": 不是 UTF-8 编码，没有改");
                continue;
            }
            String mended = proofs.mended(text.get());
            if (!mended.equals(text.get())) {
                changed++;
                lines += told(file, text.get(), mended);
                if (!show) {
                    write(path, mended);
                }
            }
        }
        console.out()
                .println(
                        changed == 0
                                ? "没有能自动改的地方。"
                                : (show ? "可以改好 " : "改好了 ") + changed + " 个文件里的 " + lines + " 行"
                                        + (show ? "；去掉 --diff 就改" : "；看一遍 git diff 再提交") + "。");
    }

    private static Optional<String> text(Path path) throws IOException {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** How many lines differ. No change makes a line more or less. */
    private int told(String file, String before, String after) {
        String[] old = before.split("\n", -1);
        String[] fresh = after.split("\n", -1);
        int count = 0;
        for (int i = 0; i < old.length; i++) {
            if (!old[i].equals(fresh[i])) {
                count++;
                if (show) {
                    console.out()
                            .println((count == 1 ? "--- " + file + "\n" : "") + "@@ 第 " + (i + 1) + " 行\n-"
                                    + Veil.over(old[i].stripTrailing()) + "\n+" + Veil.over(fresh[i].stripTrailing()));
                }
            }
        }
        return count;
    }

    private static void write(Path path, String text) throws IOException {
        Path real = path.toRealPath();
        boolean posix = Files.getFileStore(real).supportsFileAttributeView("posix");
        String rights = posix ? PosixFilePermissions.toString(Files.getPosixFilePermissions(real)) : "";
        new OneFile(real, "").write(fresh -> {
            Files.writeString(fresh, text);
            if (posix) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(rights));
            }
            return true;
        });
    }
}
