package io.zhibu.build;

import io.zhibu.book.PaperWords;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Place;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.extraction.PhotoPlace;
import io.zhibu.extraction.Words;
import io.zhibu.memo.Digest;
import io.zhibu.output.Shelf;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.parallel.Parallel;
import io.zhibu.proofread.Proofs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what is written in the files beside entries, as everybody who fetches them can: it is held against what may be published, and it is
 * searched. What was read once is kept on the shelf.
 */
final class Enclosures {
    private static final Set<String> READ = Set.of("docx", "xlsx", "pptx", "pdf", "txt", "csv", "vtt");
    private static final Set<String> PHOTOS = Set.of("jpg", "jpeg");
    /** More of one file don't make a message clearer. */
    private static final int MOST = 10;
    /** UTF-16 units of a file that are searched, some thirty sheets: a browser fetches all of it for a line of it. */
    private static final int SEARCHED = 40_000;

    private final Content content;
    private final Proofs proofs;
    private final Parallel parallel;
    private final Shelf shelf;

    private record Named(Path path, String name, String ending, Where where) {}

    /** @param whole whether these are all the words of the file */
    private record Said(String text, boolean whole) {}

    Enclosures(Content content, Proofs proofs, Parallel parallel, Shelf shelf) {
        this.content = content;
        this.proofs = proofs;
        this.parallel = parallel;
        this.shelf = shelf;
    }

    List<Diagnostic> look() {
        Map<String, Named> files = new TreeMap<>();
        for (Page page : content.pages()) {
            for (Page.Attached one : page.attached()) {
                named(page, one).ifPresent(named -> files.putIfAbsent(folder(page) + one.path(), named));
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        parallel.map(List.copyOf(files.values()), () -> this::found).forEach(diagnostics::addAll);
        return diagnostics.list();
    }

    private static String folder(Page page) {
        return page.where().file().replaceFirst("[^/]*$", "");
    }

    private Optional<Named> named(Page page, Page.Attached one) {
        Path path = content.files().get(folder(page) + one.path());
        String ending = one.path().substring(one.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return path != null && (READ.contains(ending) || PHOTOS.contains(ending))
                ? Optional.of(new Named(path, one.path(), ending, one.where()))
                : Optional.empty();
    }

    private List<Diagnostic> found(Named one) {
        return PHOTOS.contains(one.ending()) ? photo(one) : words(one);
    }

    private static List<Diagnostic> photo(Named one) {
        try {
            return PhotoPlace.isIn(one.path())
                    ? List.of(Diagnostic.notice(
                            one.where(),
                            "picture-place",
                            "照片“" + one.name() + "”里写着拍摄地点；网页上的已经去掉，原来的文件里还在",
                            "用看图的软件另存一份，去掉位置信息，换掉原来的文件"))
                    : List.of();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private List<Diagnostic> words(Named one) {
        Said said = said(one);
        Diagnostics diagnostics = new Diagnostics();
        proofs.ofWords(said.text(), one.where(), "附件“" + one.name() + "”里").stream()
                .limit(MOST)
                .forEach(diagnostics::add);
        if (!said.whole()) {
            diagnostics.notice(
                    one.where(), "file-unread-text", "附件“" + one.name() + "”里的文字没有查完", "太大、加了密码或写法少见：放上去之前自己从头看一遍");
        }
        if (said.text().length() > SEARCHED) {
            diagnostics.notice(
                    one.where(),
                    "file-long-text",
                    "附件“" + one.name() + "”很长，只有前 " + SEARCHED / 10_000 + " 万字检索得到",
                    "要让人查到后面的，分成几个文件，或把要紧的话写进正文");
        }
        return diagnostics.list();
    }

    /** Which bytes were read, whatever the files are called. */
    Digest digest() {
        Digest.Of all = new Digest.Of();
        for (Page page : content.pages()) {
            for (Page.Attached one : page.attached()) {
                named(page, one)
                        .filter(named -> READ.contains(named.ending()))
                        .ifPresent(named -> all.text(digest(named)));
            }
        }
        return all.digest();
    }

    /** The files beside these entries that have words, as what is found: a hit leads to the entry. */
    List<Place> places(Catalogue catalogue) {
        List<Place> places = new ArrayList<>();
        catalogue.pages().stream()
                .sorted(Comparator.comparing(Page::address))
                .forEach(page -> page.attached().stream()
                        .map(one -> named(page, one))
                        .flatMap(Optional::stream)
                        .filter(one -> READ.contains(one.ending()))
                        .forEach(one -> places.add(place(page, one))));
        return places;
    }

    private Place place(Page page, Named one) {
        Optional<String> title = page.fields()
                .each("attachments", Value.Record.class)
                .filter(record -> record.fields()
                        .get("file")
                        .filter(file -> file instanceof Value.Asset asset
                                && asset.path().equals(one.name()))
                        .isPresent())
                .flatMap(record -> record.fields().text("title").stream())
                .findFirst();
        String name = one.name().substring(one.name().lastIndexOf('/') + 1);
        String text = said(one).text();
        return new Place(
                page.address().link() + "#" + one.name(),
                "附件，在《" + page.title() + "》后",
                title.orElse(name),
                List.of(),
                page.address().link() + (title.isPresent() ? "#s-files" : ""),
                name,
                text.substring(0, Math.min(SEARCHED, text.length())),
                page.sample());
    }

    private Said said(Named one) {
        byte[] bytes = shelf.keep("words-" + digest(one) + "-" + one.ending(), () -> kept(one));
        boolean whole = bytes.length > 0 && bytes[0] == 1;
        return new Said(
                new String(bytes, Math.min(1, bytes.length), Math.max(0, bytes.length - 1), StandardCharsets.UTF_8),
                whole);
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

    private static String digest(Named one) {
        try (var in = Files.newInputStream(one.path())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
