package io.zhibu.search;

import java.util.Arrays;
import java.util.List;

/**
 * What pages say, to the bytes of a file. A character is foretold by the two before it, and by the one before it: as what stood behind
 * them last. Only what neither foretells is written as it is. One coding serves file after file; its tables are larger than most texts.
 */
final class TextCoding {
    private static final int SLOT_BITS = 15;
    private static final int SPREAD = 0x9E3779B1;
    private static final int SUREST = 3;
    private static final int SUMMARY = 4 * (SUREST + 1);
    private static final int TEXT = SUMMARY + Coder.NUMBER;
    private static final int SECTIONS = TEXT + Coder.NUMBER;
    private static final int ANCHOR = SECTIONS + Coder.NUMBER;
    private static final int BEGINS = ANCHOR + Coder.NUMBER;
    private static final int HIGH = BEGINS + Coder.NUMBER;
    private static final int LOW = HIGH + 256;
    private static final int CONTEXTS = LOW + (1 << 16);

    private final Coder coder = new Coder(CONTEXTS);
    private final char[] foretold = new char[2 << SLOT_BITS];
    private final byte[] sure = new byte[2 << SLOT_BITS];
    private final int[] slots = new int[2];
    /** Slots that foretell something, as many as there are. */
    private int[] filled = new int[1024];

    private int count;
    private char before;
    private char beforeThat;

    /** Summaries, texts and their sections, of some entries. */
    byte[] coded(List<Entry> entries) {
        for (Entry entry : entries) {
            coder.number(SUMMARY, entry.summary().length() + 1);
            coder.number(TEXT, entry.text().length() + 1);
            text(entry.summary());
            text(entry.text());
            sections(entry.sections());
        }
        forget();
        return coder.all();
    }

    /** An anchor mostly repeats its heading, which the text foretells. */
    private void sections(List<Entry.Section> sections) {
        coder.number(SECTIONS, sections.size() + 1);
        int before = 0;
        for (Entry.Section section : sections) {
            coder.number(BEGINS, section.at() - before + 1);
            coder.number(ANCHOR, section.anchor().length() + 1);
            text(section.anchor());
            before = section.at();
        }
    }

    private void forget() {
        for (int i = 0; i < count; i++) {
            foretold[filled[i]] = 0;
            sure[filled[i]] = 0;
        }
        count = 0;
        before = 0;
        beforeThat = 0;
    }

    private void text(String text) {
        for (int at = 0; at < text.length(); at++) {
            one(text.charAt(at));
        }
    }

    private void one(char c) {
        int last = (before + 1) * SPREAD;
        slots[0] = (last + beforeThat + 1) * SPREAD >>> 32 - SLOT_BITS;
        slots[1] = 1 << SLOT_BITS | last >>> 32 - SLOT_BITS;
        if (!isForetold(c)) {
            coder.symbol(HIGH, 8, c >>> 8);
            coder.symbol(LOW + (c & 0xFF00), 8, c & 0xFF);
        }
        for (int slot : slots) {
            if (foretold[slot] == 0) {
                if (count == filled.length) {
                    filled = Arrays.copyOf(filled, 2 * count);
                }
                filled[count++] = slot;
            }
            sure[slot] = (byte) (foretold[slot] == c ? Math.min(SUREST, sure[slot] + 1) : 0);
            foretold[slot] = c;
        }
        beforeThat = before;
        before = c;
    }

    /** Says of each character that is foretold whether it is this one. */
    private boolean isForetold(char c) {
        char wrong = 0;
        for (int view = 0; view < slots.length; view++) {
            char guess = foretold[slots[view]];
            if (guess != 0 && guess != wrong) {
                int context = (2 * view + (wrong == 0 ? 0 : 1)) * (SUREST + 1) + sure[slots[view]];
                coder.bit(context, guess == c ? 1 : 0);
                if (guess == c) {
                    return true;
                }
                wrong = guess;
            }
        }
        return false;
    }
}
