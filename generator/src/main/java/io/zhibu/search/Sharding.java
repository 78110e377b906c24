package io.zhibu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;

/** An index to the files that a browser searches. Their format is written down in {@code generator/docs/search.md}. */
final class Sharding {
    private static final int VERSION = 1;
    private static final int SMALLEST = 3 << 10;
    private static final int LARGEST = 9 << 10;
    private static final int CUT_ONE_IN = 64;
    private static final int META = 8;
    private static final int TEXTS = 6 << 10;
    private static final int FEWEST_TEXTS = 2;

    private final Index index;
    private final Shards shards = new Shards();

    Sharding(Index index) {
        this.index = index;
    }

    /** Content by name of file. */
    SortedMap<String, byte[]> files() {
        try {
            Bytes boot = new Bytes().number(VERSION).number(index.entries().size());
            for (Family family : Family.values()) {
                family(boot, family);
            }
            meta(boot);
            boot.raw(texts());
            boot.raw(shards.add("facets", new Facets(index.entries()).packed()));
            boot.raw(
                    shards.add("fold", new Bytes().text(index.folding().pairs()).all()));
            boot.raw(shards.add("readings", readings()));
            boot.number(index.synonyms().groups().size());
            for (List<String> group : index.synonyms().groups()) {
                boot.number(group.size());
                group.forEach(boot::text);
            }
            shards.boot(boot.all());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        shards.files().forEach((name, content) -> files.put(name + ".js", content));
        return files;
    }

    private void family(Bytes boot, Family family) throws IOException {
        List<Lists.Entry> lists = new ArrayList<>();
        if (index.leaves().isEmpty()) {
            for (int field = 0; field < 2; field++) {
                boot.number(0).real(0).number(0);
            }
        }
        for (LeafReader reader : index.leaves()) {
            field(boot, reader, family.first());
            field(boot, reader, family.second());
            lists.addAll(new Lists(reader, family).all());
        }
        List<List<Lists.Entry>> cut = cut(lists);
        boot.number(cut.size());
        String before = "";
        String last = "";
        Bytes hashes = new Bytes();
        for (List<Lists.Entry> one : cut) {
            String border = border(last, one.get(0).word());
            boot.after(before, border);
            before = border;
            last = one.get(one.size() - 1).word();
            hashes.raw(shards.add(String.valueOf(family.letter()), shard(one)));
        }
        boot.raw(hashes.all());
    }

    private static void field(Bytes boot, LeafReader reader, String field) throws IOException {
        Terms terms = reader.terms(field);
        boot.number(terms == null ? 0 : terms.getDocCount());
        boot.real(terms == null ? 0 : (float) (terms.getSumTotalTermFreq() / (double) terms.getDocCount()));
        NumericDocValues norms = reader.getNormValues(field);
        boot.number(norms == null ? 0 : 1);
        if (norms != null) {
            byte[] lengths = new byte[reader.maxDoc()];
            for (int doc = norms.nextDoc(); doc < lengths.length; doc = norms.nextDoc()) {
                lengths[doc] = (byte) norms.longValue();
            }
            boot.raw(lengths);
        }
    }

    /** Where a shard ends depends on the words around: one word more moves the borders near it and no others. */
    private static List<List<Lists.Entry>> cut(List<Lists.Entry> lists) {
        List<List<Lists.Entry>> cut = new ArrayList<>();
        List<Lists.Entry> open = new ArrayList<>();
        int size = 0;
        for (Lists.Entry list : lists) {
            int own = list.packed().length + 6;
            boolean ends =
                    size >= SMALLEST && Math.floorMod(spread(list.word()), CUT_ONE_IN) == 0 || size + own > LARGEST;
            if (ends && !open.isEmpty()) {
                cut.add(open);
                open = new ArrayList<>();
                size = 0;
            }
            open.add(list);
            size += own;
        }
        if (!open.isEmpty()) {
            cut.add(open);
        }
        return cut;
    }

    // A word's own hash code takes neighbours to neighbours.
    private static int spread(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash >>> 15;
    }

    /** The shortest text after the one and not after the other. */
    private static String border(String last, String first) {
        int same = 0;
        while (same < last.length() && same < first.length() && last.charAt(same) == first.charAt(same)) {
            same++;
        }
        int end = Math.min(first.length(), same + 1);
        return first.substring(
                0, Character.isHighSurrogate(first.charAt(end - 1)) ? Math.min(first.length(), end + 1) : end);
    }

    private static byte[] shard(List<Lists.Entry> lists) {
        Bytes bytes = new Bytes().number(lists.size());
        String before = "";
        for (Lists.Entry list : lists) {
            bytes.after(before, list.word());
            before = list.word();
        }
        lists.forEach(list -> bytes.number(list.count()));
        lists.forEach(list -> bytes.raw(list.packed()));
        return bytes.all();
    }

    private void meta(Bytes boot) {
        boot.number(META);
        for (int from = 0; from < index.entries().size(); from += META) {
            Bytes meta = new Bytes();
            for (Entry entry : index.entries()
                    .subList(from, Math.min(from + META, index.entries().size()))) {
                meta.text(entry.id()).text(entry.title()).text(entry.uri()).text(entry.summary());
                meta.text(entry.type()).text(entry.unit()).text(entry.year()).number(entry.sample() ? 1 : 0);
            }
            boot.raw(shards.add("m", meta.all()));
        }
    }

    private byte[] texts() {
        Bytes counts = new Bytes();
        Bytes hashes = new Bytes();
        int made = 0;
        Bytes open = new Bytes();
        int count = 0;
        for (Entry entry : index.entries()) {
            open.text(entry.text());
            count++;
            if (count >= FEWEST_TEXTS && open.size() >= TEXTS) {
                counts.number(count);
                hashes.raw(shards.add("x", open.all()));
                made++;
                count = 0;
                open = new Bytes();
            }
        }
        if (count > 0) {
            counts.number(count);
            hashes.raw(shards.add("x", open.all()));
            made++;
        }
        return shards.add(
                "xdir",
                new Bytes().number(made).raw(counts.all()).raw(hashes.all()).all());
    }

    private byte[] readings() {
        Sounds sounds = new Sounds(index.readings(), index.folding());
        SortedMap<String, StringBuilder> bySound = new TreeMap<>();
        for (char c = '\u4E00'; c <= '\u9FFF'; c++) {
            int rank = 0;
            for (String sound : sounds.of(c)) {
                // The order of a character's readings is kept by the rank that its line begins with.
                bySound.computeIfAbsent(rank++ + sound, any -> new StringBuilder())
                        .append(c);
            }
        }
        StringBuilder table = new StringBuilder();
        bySound.forEach((sound, characters) ->
                table.append(sound.substring(1)).append(' ').append(characters).append('\n'));
        return new Bytes().text(table.toString()).all();
    }
}
