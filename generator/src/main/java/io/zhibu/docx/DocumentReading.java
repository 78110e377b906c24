package io.zhibu.docx;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.docx.Remark.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** A file to a manuscript. */
public final class DocumentReading {
    private final Path file;
    private final Where where;
    private final Diagnostics diagnostics = new Diagnostics();

    /** @param name of the file, as messages say it */
    public DocumentReading(Path file, String name) {
        this.file = file;
        this.where = Where.inFile(name);
    }

    /**
     * The manuscript; empty if the file is refused, which the diagnostics say.
     *
     * @throws IOException if the disk fails
     */
    public Outcome<Optional<Manuscript>> read() throws IOException {
        Optional<Manuscript> manuscript = Optional.empty();
        try (Container container = Container.open(file)) {
            manuscript = Optional.of(manuscript(container));
            new Refusals(where, diagnostics).look(manuscript.get().remarks());
        } catch (Unreadable unreadable) {
            diagnostics.error(where, unreadable.rule(), unreadable.getMessage(), unreadable.hint());
        } catch (ZipException | java.io.EOFException broken) {
            Unreadable unreadable = Unreadable.broken("压缩包读不出来");
            diagnostics.error(where, unreadable.rule(), unreadable.getMessage(), unreadable.hint());
        }
        return Outcome.of(diagnostics.hasErrors() ? Optional.empty() : manuscript, diagnostics);
    }

    private Manuscript manuscript(Container container) throws IOException {
        Source source = Source.of(container);
        Styles styles = new Styles(source.part("styles"));
        Numbering numbering = new Numbering(source.part("numbering"));
        Course course = new Course(source, styles, numbering, isPaged(source));
        Map<String, String> comments = comments(source);
        BodyReading body = new BodyReading(course, source.relations(), comments);
        List<Block> blocks = new ArrayList<>();
        Set<String> margins = new LinkedHashSet<>();
        try (InputStream in = container.open(source.main()).orElseThrow()) {
            source.xml().children(in, "w:body", element -> {
                try {
                    body.block(element, blocks);
                } catch (IOException disk) {
                    throw new UncheckedIOException(disk);
                }
                for (Element section : element.below("w:sectPr")) {
                    section.children().stream()
                            .filter(one -> one.is("w:headerReference") || one.is("w:footerReference"))
                            .forEach(one -> margins.add(one.attribute("r:id")));
                }
            });
        } catch (UncheckedIOException disk) {
            throw disk.getCause();
        }
        Map<String, List<Block>> notes = notes(course, comments);
        margins(margins, course);
        if (container.has("word/vbaProject.bin")) {
            course.remark(Kind.MACRO, Place.WHOLE, "", "");
        }
        return new Manuscript(blocks, notes, course.images.taken(), course.remarks, digest());
    }

    /** Whether Word has left word of where its pages begin. */
    private static boolean isPaged(Source source) throws IOException {
        String mark = "lastRenderedPageBreak";
        try (InputStream in = source.container().open(source.main()).orElseThrow()) {
            String last = "";
            byte[] bytes = new byte[1 << 16];
            long left = Limits.XML;
            for (int read = in.readNBytes(bytes, 0, bytes.length);
                    read > 0;
                    read = in.readNBytes(bytes, 0, bytes.length)) {
                String text = last + new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                if (text.contains(mark)) {
                    return true;
                }
                left -= read;
                if (left < 0) {
                    throw Unreadable.swollen();
                }
                last = text.substring(Math.max(0, text.length() - mark.length()));
            }
        }
        return false;
    }

    private static Map<String, String> comments(Source source) throws IOException {
        Map<String, String> comments = new HashMap<>();
        source.part("comments")
                .ifPresent(part ->
                        part.all("w:comment").forEach(one -> comments.put(one.attribute("w:id"), Tracking.words(one))));
        return comments;
    }

    /** A note may refer to another one, which is read too. */
    private static Map<String, List<Block>> notes(Course course, Map<String, String> comments) throws IOException {
        Map<String, List<Block>> notes = new LinkedHashMap<>();
        Map<String, Map<String, Element>> parts = new HashMap<>();
        while (notes.size() < course.notes.size()) {
            String name = String.valueOf(notes.size() + 1);
            Course.NoteId id = course.notes.get(name);
            if (!parts.containsKey(id.part())) {
                Map<String, Element> byId = new HashMap<>();
                String one = id.part().replaceFirst("s$", "");
                course.source
                        .part(id.part())
                        .ifPresent(
                                part -> part.all("w:" + one).forEach(note -> byId.put(note.attribute("w:id"), note)));
                parts.put(id.part(), byId);
            }
            Optional<Relations.Relation> part = course.source.relations().ofType(id.part());
            Element note = parts.get(id.part()).get(id.id());
            notes.put(
                    name,
                    note == null || part.isEmpty()
                            ? List.of()
                            : new BodyReading(
                                            course,
                                            course.source.relations(part.get().target()),
                                            comments)
                                    .blocks(note.children()));
        }
        return notes;
    }

    private static void margins(Set<String> ids, Course course) throws IOException {
        Set<String> told = new LinkedHashSet<>();
        for (String id : ids) {
            Optional<Relations.Relation> relation = course.source.relations().byId(id);
            if (relation.isEmpty() || relation.get().outside()) {
                continue;
            }
            Optional<Element> part = course.source.tree(relation.get().target());
            String text = part.map(Tracking::words).orElse("").strip();
            boolean drawn = part.filter(one -> !one.below("a:blip").isEmpty()
                            || !one.below("v:imagedata").isEmpty())
                    .isPresent();
            Kind kind = relation.get().type().equals("header") ? Kind.HEADER : Kind.FOOTER;
            if ((!text.isEmpty() || drawn) && told.add(kind + text)) {
                course.count(text);
                course.remark(kind, Place.WHOLE, drawn ? "里面有图，没有收" : "", text);
            }
        }
    }

    private String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
