package io.zhibu.search;

import io.zhibu.memo.Digest;
import java.util.function.Supplier;

/** Something that is searched: what is known of it at once, and all of it when somebody asks. */
final class Item {
    private final boolean sample;
    private final Entry.Kind kind;
    private final Supplier<Entry> making;
    private Digest digest;
    private Entry entry;

    /** @param digest of all that it is made from; none if that must be told by what is made */
    private Item(boolean sample, Entry.Kind kind, Digest digest, Supplier<Entry> making) {
        this.sample = sample;
        this.kind = kind;
        this.digest = digest;
        this.making = making;
    }

    static Item of(Entry entry) {
        return new Item(entry.sample(), entry.kind(), null, () -> entry);
    }

    static Item of(boolean sample, Entry.Kind kind, Digest digest, Supplier<Entry> making) {
        return new Item(sample, kind, digest, making);
    }

    boolean sample() {
        return sample;
    }

    Entry.Kind kind() {
        return kind;
    }

    synchronized Entry entry() {
        if (entry == null) {
            entry = making.get();
        }
        return entry;
    }

    /** Equal ones stand for equal entries. */
    synchronized Digest digest() {
        if (digest == null) {
            digest = entry().digest();
        }
        return digest;
    }
}
