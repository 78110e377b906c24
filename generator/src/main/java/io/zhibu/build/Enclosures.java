package io.zhibu.build;

import io.zhibu.book.PaperWords;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.extraction.PhotoPlace;
import io.zhibu.extraction.Words;
import io.zhibu.output.Shelf;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import io.zhibu.proofread.Proofs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what is written in the files beside entries, as everybody who fetches them can. What was read once is kept on the shelf. */
final class Enclosures {
    private static final Set<String> READ = Set.of("docx", "xlsx", "pptx", "pdf", "txt", "csv", "vtt");
    private static final Set<String> PHOTOS = Set.of("jpg", "jpeg");
    /** More of one file don't make a message clearer. */
    private static final int MOST = 10;

    private final Proofs proofs;
    private final Parallel parallel;
    private final Shelf shelf;

    private record Named(Path path, String name, String ending, Where where) {}

    Enclosures(Proofs proofs, Parallel parallel, Shelf shelf) {
        this.proofs = proofs;
        this.parallel = parallel;
        this.shelf = shelf;
    }

    List<Diagnostic> look(Content content) {
        Map<String, Named> files = new TreeMap<>();
        for (Page page : content.pages()) {
            String folder = page.where().file().replaceFirst("[^/]*$", "");
            for (Page.Attached one : page.attached()) {
                Path path = content.files().get(folder + one.path());
                String ending =
                        one.path().substring(one.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                if (path != null && (READ.contains(ending) || PHOTOS.contains(ending))) {
                    files.putIfAbsent(folder + one.path(), new Named(path, one.path(), ending, one.where()));
                }
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        parallel.map(List.copyOf(files.values()), () -> this::found).forEach(diagnostics::addAll);
        return diagnostics.list();
    }

    private List<Diagnostic> found(Named one) {
        try {
            return PHOTOS.contains(one.ending()) ? photo(one) : words(one);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static List<Diagnostic> photo(Named one) throws IOException {
        return PhotoPlace.isIn(one.path())
                ? List.of(Diagnostic.notice(
                        one.where(),
                        "picture-place",
                        "照片“" + one.name() + "”里写着拍摄地点；网页上的已经去掉，原来的文件里还在",
                        "用看图的软件另存一份，去掉位置信息，换掉原来的文件"))
                : List.of();
    }

    private List<Diagnostic> words(Named one) throws IOException {
        byte[] bytes = shelf.keep("words-" + digest(one) + "-" + one.ending(), () -> kept(one));
        boolean whole = bytes.length > 0 && bytes[0] == 1;
        String text =
                new String(bytes, Math.min(1, bytes.length), Math.max(0, bytes.length - 1), StandardCharsets.UTF_8);
        Diagnostics diagnostics = new Diagnostics();
        proofs.ofWords(text, one.where(), "附件“" + one.name() + "”里").stream()
                .limit(MOST)
                .forEach(diagnostics::add);
        if (!whole) {
            diagnostics.notice(
                    one.where(), "file-unread-text", "附件“" + one.name() + "”里的文字没有查完", "太大、加了密码或写法少见：放上去之前自己从头看一遍");
        }
        return diagnostics.list();
    }

    /** The words, and before them whether they are all. */
    private static byte[] kept(Named one) {
        try {
            Optional<Words> words = one.ending().equals("pdf")
                    ? PaperWords.of(one.path()).map(read -> new Words(read.text(), read.whole()))
                    : Words.of(one.path(), one.ending());
            byte[] text = words.map(Words::text).orElse("").getBytes(StandardCharsets.UTF_8);
            byte[] kept = new byte[text.length + 1];
            kept[0] = (byte) (words.map(Words::whole).orElse(false) ? 1 : 0);
            System.arraycopy(text, 0, kept, 1, text.length);
            return kept;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static String digest(Named one) throws IOException {
        try (var in = Files.newInputStream(one.path())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
