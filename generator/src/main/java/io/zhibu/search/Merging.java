package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what the parts of a site give to a family, and cuts it into files. What bundles of equal words came to before, behind the same
 * words, stands: the words that change are few, and so are the bundles that have them.
 */
final class Merging {
    private static final int BUNDLE = 7;
    private static final int END = 8;

    private final List<Share> shares;
    private final int pages;
    private final boolean large;
    private final Parallel parallel;
    private final Memory.Book parts;
    private final Shards shards;

    /**
     * @param shares of all parts, in order
     * @param pages of the whole site
     * @param parts of what was put together before
     */
    Merging(List<Share> shares, int pages, boolean large, Parallel parallel, Memory.Book parts, Shards shards) {
        this.shares = shares;
        this.pages = pages;
        this.large = large;
        this.parallel = parallel;
        this.parts = parts;
        this.shards = shards;
    }

    /** A bundle of one part, whose first entry has this number. */
    private record Piece(int from, Bundles.Bundle bundle) {}

    /** Words in a file, the first and the last of them. */
    private record Filed(String first, String last, Shard shard) {}

    /**
     * What came of a bundle.
     *
     * @param key of all that it came of
     * @param filed the files that ended in it, if they were made before
     * @param cut what is to be made into such files, if not
     * @param open packed lists that no file has yet
     * @param known whether it was kept
     */
    private record Step(Digest key, List<Filed> filed, List<List<Lists.Entry>> cut, byte[] open, boolean known) {
        static Step anew(Digest key, List<List<Lists.Entry>> cut, byte[] open) {
            return new Step(key, List.of(), cut, open, false);
        }

        Step made(Iterator<Shard> shards) {
            List<Filed> made = new ArrayList<>(filed);
            for (List<Lists.Entry> lists : cut) {
                made.add(new Filed(
                        lists.get(0).word(), lists.get(lists.size() - 1).word(), shards.next()));
            }
            return new Step(key, made, List.of(), open, known);
        }

        byte[] packed() {
            Packing.Out out = new Packing.Out().number(filed.size());
            for (Filed one : filed) {
                out.text(one.first()).text(one.last());
                one.shard().write(out);
            }
            return out.bytes(open).bytes();
        }
    }

    /** Adds the files and tells which has which words. */
    Directory added(Family family) {
        List<Step> steps = steps();
        List<List<Lists.Entry>> cut =
                steps.stream().flatMap(step -> step.cut().stream()).toList();
        Iterator<Shard> made = parallel.map(cut, () -> lists -> shards.coded(ListCoding.coded(lists, pages)))
                .iterator();
        Directory directory = new Directory();
        for (Step step : steps) {
            Step done = step.made(made);
            if (!step.known()) {
                parts.keep(step.key(), done.packed());
            }
            for (Filed one : done.filed()) {
                directory.add(one.first(), one.last(), shards.add(family.letter() + "", one.shard()));
            }
        }
        return directory;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        byte[] open = new byte[0];
        for (List<Piece> pieces : byNumber()) {
            Digest.Of key = new Digest.Of()
                    .number(BUNDLE)
                    .number(pages)
                    .number(large ? 1 : 0)
                    .bytes(open);
            pieces.forEach(piece -> key.number(piece.from()).add(piece.bundle().digest()));
            Step step = step(key.digest(), open, pieces);
            steps.add(step);
            open = step.open();
        }
        if (open.length > 0) {
            Digest key = new Digest.Of()
                    .number(END)
                    .number(pages)
                    .number(large ? 1 : 0)
                    .bytes(open)
                    .digest();
            byte[] last = open;
            steps.add(known(key).orElseGet(() -> Step.anew(key, List.of(lists(last)), new byte[0])));
        }
        return steps;
    }

    private Step step(Digest key, byte[] open, List<Piece> pieces) {
        return known(key).orElseGet(() -> {
            Cutting cutting = new Cutting(pages, large).from(lists(open));
            joined(pieces).forEach(cutting::add);
            return Step.anew(key, cutting.cut(), packed(cutting.open()));
        });
    }

    private Optional<Step> known(Digest key) {
        return parts.recall(key).flatMap(kept -> {
            Packing.In in = new Packing.In(kept);
            List<Filed> filed = new ArrayList<>();
            for (int left = in.number(); left > 0; left--) {
                String first = in.text();
                String last = in.text();
                Optional<Shard> shard = Shard.read(in, shards.book());
                if (shard.isEmpty()) {
                    return Optional.empty();
                }
                filed.add(new Filed(first, last, shard.get()));
            }
            return Optional.of(new Step(key, filed, List.of(), in.bytes(), true));
        });
    }

    private List<List<Piece>> byNumber() {
        List<List<Piece>> byNumber = new ArrayList<>();
        List<List<Piece>> numbered = new ArrayList<>();
        for (int i = 0; i < Bundles.MOST; i++) {
            numbered.add(null);
        }
        int from = 0;
        for (Share share : shares) {
            for (Bundles.Bundle bundle : share.words().all()) {
                List<Piece> pieces = numbered.get(bundle.number());
                if (pieces == null) {
                    pieces = new ArrayList<>();
                    numbered.set(bundle.number(), pieces);
                }
                pieces.add(new Piece(from, bundle));
            }
            from += share.first().lengths().length;
        }
        numbered.stream().filter(pieces -> pieces != null).forEach(byNumber::add);
        return byNumber;
    }

    private static List<Lists.Entry> joined(List<Piece> pieces) {
        Map<String, Lists.Joining> words = new HashMap<>();
        for (Piece piece : pieces) {
            piece.bundle()
                    .forEach((word, list) -> words.computeIfAbsent(word, any -> new Lists.Joining())
                            .add(piece.from(), list));
        }
        return words.entrySet().stream()
                .map(word -> word.getValue().list(word.getKey()))
                .sorted(Comparator.comparing(Lists.Entry::word))
                .toList();
    }

    private static byte[] packed(List<Lists.Entry> lists) {
        Packing.Out out = new Packing.Out();
        lists.forEach(list -> out.text(list.word()).number(list.count()).bytes(list.packed()));
        return out.bytes();
    }

    private static List<Lists.Entry> lists(byte[] packed) {
        List<Lists.Entry> lists = new ArrayList<>();
        Packing.In in = new Packing.In(packed);
        while (in.hasMore()) {
            lists.add(new Lists.Entry(in.text(), in.number(), in.bytes()));
        }
        return lists;
    }
}
