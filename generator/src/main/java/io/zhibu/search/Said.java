package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an entry says, and where its sections begin. Put together when somebody asks; its digest and its length may be known before. */
final class Said {
    private final Supplier<Words> making;
    private Words words;
    private Digest digest;
    private int length = -1;

    /** @param sections in order */
    record Words(String text, List<Entry.Section> sections) {
        Words {
            sections = List.copyOf(sections);
        }
    }

    private Said(Supplier<Words> making) {
        this.making = making;
    }

    static Said of(String text, List<Entry.Section> sections) {
        Words words = new Words(text, sections);
        return new Said(() -> words);
    }

    static Said of(Supplier<Words> making) {
        return new Said(making);
    }

    /**
     * What is put together from something that has the key.
     *
     * @param parts keep the digest and the length
     */
    static Said remembered(Digest key, Memory.Book parts, Supplier<Words> making) {
        Said said = new Said(making);
        Optional<byte[]> kept = parts.recall(key);
        if (kept.isPresent()) {
            Packing.In in = new Packing.In(kept.get());
            said.digest = Digest.read(in.bytes(), 0);
            said.length = in.number();
        } else {
            parts.keep(
                    key,
                    new Packing.Out()
                            .bytes(said.digest().bytes())
                            .number(said.length())
                            .bytes());
        }
        return said;
    }

    private synchronized Words words() {
        if (words == null) {
            words = making.get();
        }
        return words;
    }

    String text() {
        return words().text();
    }

    List<Entry.Section> sections() {
        return words().sections();
    }

    /** UTF-16 units of the text. */
    synchronized int length() {
        if (length < 0) {
            length = words().text().length();
        }
        return length;
    }

    /** Of the text and its sections. */
    synchronized Digest digest() {
        if (digest == null) {
            Digest.Of all = new Digest.Of().text(text());
            sections().forEach(section -> all.number(section.at()).text(section.anchor()));
            digest = all.digest();
        }
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Said said && digest().equals(said.digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return text() + sections();
    }
}
