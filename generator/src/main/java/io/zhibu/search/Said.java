package io.zhibu.search;

import io.zhibu.memo.Digest;
import java.util.List;
import java.util.function.Supplier;

/** What an entry says, and where its sections begin. Put together when somebody asks. */
final class Said {
    private final Supplier<Words> making;
    private Words words;
    private Digest digest;

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
