package io.zhibu.book;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Collected;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.picture.Pictures;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;

/** A collection to a book: a PDF to print, or an EPUB to read. */
public final class Bookmaking {
    private static final String TYPE = "collection";

    private final Config config;
    private final Catalogue catalogue;
    private final Ordering ordering;
    private final LocalDate today;

    /** @param today what stands on the cover and in the PDF */
    public Bookmaking(Config config, Catalogue catalogue, Ordering ordering, LocalDate today) {
        this.config = config;
        this.catalogue = catalogue;
        this.ordering = ordering;
        this.today = today;
    }

    /**
     * The PDF; empty if an error says why there is none.
     *
     * @param id of the collection
     * @param pictures that lie beside entries
     * @throws IOException if the disk fails
     */
    public Outcome<byte[]> book(String id, Pictures pictures) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Page> collection = collection(id, diagnostics);
        Optional<Typeface> letters = Typeface.find(config, diagnostics);
        if (diagnostics.hasErrors()) {
            return Outcome.of(new byte[0], diagnostics);
        }
        return print(collection.orElseThrow(), letters.orElseThrow(), pictures, diagnostics);
    }

    /**
     * The EPUB; empty if an error says why there is none. Needs no letters: a reader has its own.
     *
     * @param id of the collection
     * @param pictures that lie beside entries
     */
    public Outcome<byte[]> ebook(String id, Pictures pictures) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Page> collection = collection(id, diagnostics);
        byte[] book = diagnostics.hasErrors()
                ? new byte[0]
                : new Ebook(catalogue, config.settings(), collection.orElseThrow(), chapters(collection.get()), today)
                        .write(pictures, diagnostics);
        return Outcome.of(book, diagnostics);
    }

    /** What every EPUB of ours begins with, a byte a character. */
    public static String ebookBegin() {
        return EpubFile.begin();
    }

    private List<Page> chapters(Page collection) {
        return new Collected(catalogue, ordering).of(collection);
    }

    private Outcome<byte[]> print(Page collection, Typeface letters, Pictures pictures, Diagnostics diagnostics)
            throws IOException {
        Document manuscript = new Manuscript(catalogue, config.settings(), collection, chapters(collection), today)
                .write(pictures, diagnostics);
        Printing printing =
                new Printing(letters, Printing.midnight(today, config.settings().zone()));
        printing.complain(manuscript, diagnostics);
        return Outcome.of(printing.print(manuscript, collection.title()), diagnostics);
    }

    /** One that has something in it. */
    private Optional<Page> collection(String id, Diagnostics diagnostics) {
        List<Page> collections = catalogue.ofType(TYPE);
        Optional<Page> found =
                collections.stream().filter(page -> page.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            diagnostics.error(
                    Where.inFile("--collection"),
                    "book-collection",
                    "没有“" + id + "”这个专题",
                    collections.isEmpty()
                            ? "知识库里还没有专题，先写一篇 type: collection 的条目"
                            : Nearest.hint(
                                    id, collections.stream().map(Page::id).toList()));
        } else if (chapters(found.get()).isEmpty()) {
            diagnostics.error(
                    found.get().where(),
                    "book-empty",
                    "专题“" + found.get().title() + "”没有收录读者看得到的条目，印不成书",
                    "在 items 里写条目的标识，或写 query；草稿和公开范围更窄的不算");
        }
        return found;
    }
}
