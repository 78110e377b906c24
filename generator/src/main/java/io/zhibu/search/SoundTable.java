package io.zhibu.search;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * How the characters of GB 2312 are read, to the bytes of a file. Those of its first level stand in the order of their readings, so that
 * hardly more is to be told than where the next reading begins.
 */
final class SoundTable {
    /** Characters of the first level. */
    static final int FIRST_LEVEL = 3755;

    /** A step of so much and more isn't told as one. */
    private static final int FAR = 4;

    private static final int COUNT = 0;
    private static final int STEP = Coder.NUMBER;
    private static final int FIRST = 2 * Coder.NUMBER;
    private static final int BITS = 10;
    private static final int OTHER = FIRST + (1 << BITS);
    private static final int CONTEXTS = OTHER + (1 << BITS);

    private SoundTable() {}

    /** The 6,763 characters, in the order of their codes. */
    static List<Character> characters() {
        Charset charset = Charset.forName("GB2312");
        List<Character> characters = new ArrayList<>();
        for (int high = 0xB0; high <= 0xF7; high++) {
            for (int low = 0xA1; low <= 0xFE; low++) {
                char c = new String(new byte[] {(byte) high, (byte) low}, charset).charAt(0);
                if (Names.isRead(c)) {
                    characters.add(c);
                }
            }
        }
        return characters;
    }

    /** @param readings of each character, the commonest first */
    static byte[] coded(List<List<String>> readings) {
        TreeSet<String> different = new TreeSet<>();
        readings.forEach(different::addAll);
        List<String> sounds = List.copyOf(different);
        Coder coder = new Coder(CONTEXTS);
        int cursor = 0;
        for (List<String> own : readings) {
            coder.number(COUNT, own.size() + 1);
            for (int rank = 0; rank < own.size(); rank++) {
                int sound = Collections.binarySearch(sounds, own.get(rank));
                if (rank > 0) {
                    coder.symbol(OTHER, BITS, sound);
                } else if (sound >= cursor && sound < cursor + FAR) {
                    coder.number(STEP, sound - cursor + 1);
                    cursor = sound;
                } else {
                    coder.number(STEP, FAR + 1);
                    coder.symbol(FIRST, BITS, sound);
                }
            }
        }
        return new Bytes()
                .number(sounds.size())
                .numbered(ListCoding.words(sounds))
                .raw(coder.all())
                .all();
    }
}
