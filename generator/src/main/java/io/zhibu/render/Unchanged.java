package io.zhibu.render;

import io.zhibu.catalogue.Likeness;
import io.zhibu.entry.Holdings;
import io.zhibu.jbake.Task;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.page.Page;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told of pages without asking each of them anything. If all that pages may ask of other entries is as it was when the book was
 * written, the page of an entry is another one only if something that is that entry's own is.
 */
final class Unchanged {
    private static final Digest KEY = Digest.of("unchanged");

    private final boolean frames;
    private final boolean moment;
    private final boolean day;
    private final Set<String> others;

    /**
     * @param frames whether what other pages may ask of entries is as it was
     * @param moment whether day and history are
     * @param others ids of entries of which something of their own isn't as it was
     */
    private Unchanged(boolean frames, boolean moment, boolean day, Set<String> others) {
        this.frames = frames;
        this.moment = moment;
        this.day = day;
        this.others = others;
    }

    /**
     * Compares a site with the one whose pages the book has, and writes down the new one.
     *
     * @param frames of what other pages may ask of entries; empty if nobody knows
     * @param sources of the bytes of each entry, by path of its file
     */
    static Unchanged since(Memory.Book book, Optional<Digest> frames, Map<String, Digest> sources, Holdings holdings) {
        if (frames.isEmpty()) {
            return new Unchanged(false, false, false, Set.of());
        }
        Map<String, Digest> own = new HashMap<>();
        Digest.Of frame = new Digest.Of().add(frames.get());
        Digest.Of moment = new Digest.Of().text(holdings.today().toString());
        holdings.gone().forEach(one -> moment.text(one.toString()));
        for (Page page : holdings.whole().pages()) {
            pictures(holdings, page, frame);
            Digest source = sources.get(page.where().file());
            String changed = holdings.lastChange(page).map(Object::toString).orElse("");
            moment.text(changed);
            if (source != null) {
                Digest.Of all = new Digest.Of().add(source).text(changed);
                holdings.contributors(page).forEach(all::text);
                for (Likeness.Match match : holdings.likeness().of(page)) {
                    all.text(match.page().id());
                }
                own.put(page.id(), all.digest());
            }
        }
        State now = new State(
                frame.digest(), moment.digest(), Digest.of(holdings.today().toString()), own);
        Optional<State> before = book.recall(KEY).map(State::read);
        if (!before.equals(Optional.of(now))) {
            book.keep(KEY, now.bytes());
        }
        return before.map(now::since).orElse(new Unchanged(false, false, false, Set.of()));
    }

    /** How large each is; its bytes are read by nobody who makes a page. */
    private static void pictures(Holdings holdings, Page page, Digest.Of all) {
        for (Page.Attached one : page.attached()) {
            holdings.pictures()
                    .of(page, one.path())
                    .ifPresent(shown -> all.number(shown.width())
                            .number(shown.height())
                            .number(shown.offered() ? 1 : 0)
                            .text(shown.narrower().toString()));
        }
    }

    /**
     * Whether the page can't be another one, if all that pages share is as it was.
     *
     * @param owners entries of which it asked what is their own
     * @param ofTheDay whether it asked which day it is
     */
    boolean stands(Task.Basis basis, Set<String> owners, boolean ofTheDay) {
        boolean ground = switch (basis.kind()) {
            case ENTRY -> frames && !others.contains(basis.entry());
            case FRAMES -> frames && moment;
            case ANYTHING -> false;
        };
        return ground && (day || !ofTheDay) && Collections.disjoint(owners, others);
    }

    /** @param own by id */
    private record State(Digest frames, Digest moment, Digest day, Map<String, Digest> own) {
        byte[] bytes() {
            Packing.Out out = new Packing.Out();
            out.bytes(frames.bytes()).bytes(moment.bytes()).bytes(day.bytes()).number(own.size());
            own.forEach((id, digest) -> out.text(id).bytes(digest.bytes()));
            return out.bytes();
        }

        static State read(byte[] packed) {
            Packing.In in = new Packing.In(packed);
            Digest frames = Digest.read(in.bytes(), 0);
            Digest moment = Digest.read(in.bytes(), 0);
            Digest day = Digest.read(in.bytes(), 0);
            Map<String, Digest> own = new HashMap<>();
            for (int left = in.number(); left > 0; left--) {
                own.put(in.text(), Digest.read(in.bytes(), 0));
            }
            return new State(frames, moment, day, own);
        }

        Unchanged since(State before) {
            Set<String> others = new HashSet<>();
            own.forEach((id, digest) -> {
                if (!digest.equals(before.own.get(id))) {
                    others.add(id);
                }
            });
            return new Unchanged(
                    frames.equals(before.frames), moment.equals(before.moment), day.equals(before.day), others);
        }
    }
}
