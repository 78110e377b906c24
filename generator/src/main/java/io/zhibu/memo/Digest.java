package io.zhibu.memo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Of whatever was put into a {@link Of}: the first 16 bytes of its SHA-256. Equal digests stand for equal values. */
public final class Digest implements Comparable<Digest> {
    /** Bytes of a digest. */
    public static final int SIZE = 16;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** As {@link #bytes} gave it. */
    public static Digest read(byte[] from, int at) {
        return new Digest(Arrays.copyOfRange(from, at, at + SIZE));
    }

    public static Digest of(byte[] content) {
        return new Of().bytes(content).digest();
    }

    public static Digest of(String text) {
        return new Of().text(text).digest();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    /** The first eight bytes, for where many are held and nobody gains by making two equal. */
    public long head() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes one value after the other; each is put behind its length, so that no two sequences are the same. For one thread. */
    public static final class Of {
        private final MessageDigest sha;

        public Of() {
            try {
                this.sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        public Of number(long number) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                sha.update((byte) (number >>> shift));
            }
            return this;
        }

        public Of bytes(byte[] content) {
            number(content.length);
            sha.update(content);
            return this;
        }

        public Of text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        public Of add(Digest digest) {
            sha.update(digest.bytes);
            return this;
        }

        /** Of all so far; then it is as new. */
        public Digest digest() {
            return new Digest(Arrays.copyOf(sha.digest(), SIZE));
        }
    }
}
