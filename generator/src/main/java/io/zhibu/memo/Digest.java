package io.zhibu.memo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * 128 bits of whatever was put into a {@link Of}. Equal digests stand for equal values. It is quick and keeps out chance, not malice: who
 * could gain by making two values equal can write the site itself. (SHA-256 took a quarter of a build in which nothing had changed: its
 * fast form belongs to a compiler that short processes do without.)
 */
public final class Digest implements Comparable<Digest> {
    /** Bytes of a digest. */
    public static final int SIZE = 16;

    private final long high;
    private final long low;

    private Digest(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** As {@link #bytes} gave it. */
    public static Digest read(byte[] from, int at) {
        return new Digest(Of.eight(from, at), Of.eight(from, at + Long.BYTES));
    }

    public static Digest of(byte[] content) {
        return new Of().bytes(content).digest();
    }

    public static Digest of(String text) {
        return new Of().text(text).digest();
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(SIZE).putLong(high).putLong(low).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && high == digest.high && low == digest.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high);
    }

    /** In the order of their bytes. */
    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(high, other.high);
        return order == 0 ? Long.compareUnsigned(low, other.low) : order;
    }

    /** Of both, whichever comes first: so that many may be told in any order. */
    public Digest and(Digest other) {
        return new Digest(high + other.high, low + other.low);
    }

    /** Half of it, for where many are held. */
    public long head() {
        return high;
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }

    /** Takes one value after the other; each is put behind its length, so that no two sequences are the same. For one thread. */
    public static final class Of {
        private long high = 0x9E3779B97F4A7C15L;
        private long low = 0xC2B2AE3D27D4EB4FL;
        private long words;

        public Of number(long number) {
            word(number);
            return this;
        }

        public Of bytes(byte[] content) {
            word(content.length);
            int at = 0;
            for (int end = content.length - 7; at < end; at += 8) {
                word(eight(content, at));
            }
            long rest = 0;
            for (; at < content.length; at++) {
                rest = rest << 8 | content[at] & 0xff;
            }
            word(rest);
            return this;
        }

        private static long eight(byte[] content, int at) {
            int first = (content[at] & 0xff) << 24
                    | (content[at + 1] & 0xff) << 16
                    | (content[at + 2] & 0xff) << 8
                    | content[at + 3] & 0xff;
            int second = (content[at + 4] & 0xff) << 24
                    | (content[at + 5] & 0xff) << 16
                    | (content[at + 6] & 0xff) << 8
                    | content[at + 7] & 0xff;
            return (long) first << 32 | second & 0xffffffffL;
        }

        public Of text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        public Of add(Digest digest) {
            word(digest.high);
            word(digest.low);
            return this;
        }

        /** Two halves that are multiplied and turned differently, each stirred into the other. */
        private void word(long word) {
            words++;
            high ^= Long.rotateLeft(word * 0x87C37B91114253D5L, 31) * 0x4CF5AD432745937FL;
            high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52DCE729L;
            low ^= Long.rotateLeft(word * 0x4CF5AD432745937FL, 33) * 0x87C37B91114253D5L;
            low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495AB5L;
        }

        /** Of all so far. */
        public Digest digest() {
            long one = high ^ words;
            long other = low ^ words;
            one += other;
            other += one;
            one = stirred(one);
            other = stirred(other);
            one += other;
            return new Digest(one, other + one);
        }

        private static long stirred(long half) {
            long stirred = (half ^ half >>> 33) * 0xFF51AFD7ED558CCDL;
            stirred = (stirred ^ stirred >>> 33) * 0xC4CEB9FE1A85EC53L;
            return stirred ^ stirred >>> 33;
        }
    }
}
