package io.zhibu.search;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Bits in the making, each in as much space as its context has made it surprising: an adaptive binary range coder. The browser's
 * client has the decoder; both count in whole numbers only, so that they agree on every machine.
 */
final class Coder {
    /** Contexts that a number takes. */
    static final int NUMBER = 160;

    private static final int MANTISSA = 32;
    /** How many bits of a number behind its first are told by context; those further behind are as good as random. */
    private static final int TOLD = 2;

    // No product leaves 30 bits: plain integers here and in every engine of JavaScript.
    private static final int CERTAIN = 1 << 15;
    private static final int RATE = 14;
    /** The less a context has seen, the more it learns from one bit. */
    private static final int SLOWEST = 22;

    private static final int LEAST = 32;
    private static final int TOP = 1 << 16;
    private static final int ALL = (1 << 24) - 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] zero;
    private final byte[] seen;
    /** Contexts that have learnt something, as many as there are. */
    private int[] learnt = new int[1024];

    private int count;
    private int low;
    private int range = ALL;
    private int held;
    private long waiting;

    Coder(int contexts) {
        zero = new int[contexts];
        seen = new byte[contexts];
        Arrays.fill(zero, CERTAIN / 2);
    }

    void bit(int context, int bit) {
        int chance = zero[context];
        int bound = (range >>> 8) * (chance >>> 3) >>> 4;
        int step = (1 << RATE) / (seen[context] + 2);
        if (bit == 0) {
            range = bound;
            zero[context] = Math.min(CERTAIN - LEAST, chance + ((CERTAIN - chance) * step >>> RATE));
        } else {
            low += bound;
            range -= bound;
            zero[context] = Math.max(LEAST, chance - (chance * step >>> RATE));
        }
        if (seen[context] == 0) {
            if (count == learnt.length) {
                learnt = Arrays.copyOf(learnt, 2 * count);
            }
            learnt[count++] = context;
        }
        if (seen[context] < SLOWEST) {
            seen[context]++;
        }
        shift();
    }

    /** Bits that no context can tell, the highest first. */
    void plain(int count, int value) {
        for (int at = count - 1; at >= 0; at--) {
            range >>>= 1;
            if ((value >>> at & 1) == 1) {
                low += range;
            }
            shift();
        }
    }

    /** Bits of a symbol, the highest first, each told by those before it; takes two to the count contexts. */
    void symbol(int context, int count, int value) {
        for (int at = count - 1, node = 1; at >= 0; at--) {
            int bit = value >>> at & 1;
            bit(context + node, bit);
            node = node << 1 | bit;
        }
    }

    /** @param value above 0 */
    void number(int context, int value) {
        int length = 31 - Integer.numberOfLeadingZeros(value);
        for (int i = 0; i < length; i++) {
            bit(context + i, 1);
        }
        bit(context + length, 0);
        int node = 1;
        int told = Math.min(TOLD, length);
        for (int i = 1; i <= told; i++) {
            int bit = value >>> (length - i) & 1;
            bit(context + MANTISSA + 4 * length + node, bit);
            node = node << 1 | bit;
        }
        plain(length - told, value);
    }

    private void shift() {
        while (range < TOP) {
            range <<= 8;
            byteOut();
        }
    }

    // A carry may still run through bytes that are all ones: they wait.
    private void byteOut() {
        if (low < 0xFF0000 || low > ALL) {
            int carry = low >>> 24;
            out.write(held + carry);
            for (; waiting > 0; waiting--) {
                out.write(0xFF + carry);
            }
            held = low >>> 16 & 0xFF;
        } else {
            waiting++;
        }
        low = (low & 0xFFFF) << 8;
    }

    /** All bits. What is added afterwards begins anew, as with a new coder; only what was learnt is undone, which costs less. */
    byte[] all() {
        for (int i = 0; i < 4; i++) {
            byteOut();
        }
        byte[] all = out.toByteArray();
        out.reset();
        for (int i = 0; i < count; i++) {
            zero[learnt[i]] = CERTAIN / 2;
            seen[learnt[i]] = 0;
        }
        count = 0;
        low = 0;
        range = ALL;
        held = 0;
        waiting = 0;
        int end = all.length;
        // Behind its end the decoder reads zeros; the first byte is never more than a carry that didn't come.
        while (end > 1 && all[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOfRange(all, 1, end);
    }
}
