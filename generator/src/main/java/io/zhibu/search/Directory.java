package io.zhibu.search;

import java.util.ArrayList;
import java.util.List;

/** Which shard may hold a word: for each the shortest text that is after all words before it, and the bytes of its name. */
final class Directory {
    private static final int A_PIECE = 128;

    private final List<String> borders = new ArrayList<>();
    private final List<byte[]> names = new ArrayList<>();
    private String last = "";

    /** Adds the next shard, by the first and the last word in it. */
    void add(String firstWord, String lastWord, byte[] name) {
        borders.add(border(last, firstWord));
        names.add(name);
        last = lastWord;
    }

    byte[] all() {
        Bytes bytes = new Bytes().number(borders.size()).numbered(ListCoding.words(borders));
        names.forEach(bytes::raw);
        return bytes.all();
    }

    /** The directory of the files that hold this one in pieces. */
    Directory inPieces(Shards shards) {
        Directory above = new Directory();
        for (int from = 0; from < borders.size(); from += A_PIECE) {
            int end = Math.min(borders.size(), from + A_PIECE);
            Directory piece = new Directory();
            piece.borders.addAll(borders.subList(from, end));
            piece.names.addAll(names.subList(from, end));
            above.borders.add(borders.get(from));
            above.names.add(shards.add("d", shards.deflated(piece.all())));
        }
        return above;
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
}
