package io.zhibu.memo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes codes, numbers and texts one after the other into bytes, and reads them back. Knows nothing of what they mean. */
public final class Packing {
    private Packing() {}

    /** Takes one after the other. */
    public static final class Out {
        private byte[] bytes = new byte[1024];
        private int size;

        public Out code(char code) {
            put(code);
            return this;
        }

        public Out flag(boolean flag) {
            put(flag ? 1 : 0);
            return this;
        }

        /** Seven bits a byte, the lowest first. */
        public Out number(int number) {
            int rest = number;
            while ((rest & ~0x7f) != 0) {
                put(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            put(rest);
            return this;
        }

        public Out text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
            return this;
        }

        /** All of another's, behind its length. */
        public Out bytes(byte[] other) {
            number(other.length);
            room(other.length);
            System.arraycopy(other, 0, bytes, size, other.length);
            size += other.length;
            return this;
        }

        /** All that was written. */
        public byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }

        private void put(int b) {
            room(1);
            bytes[size++] = (byte) b;
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }

    /** Gives one after the other, in the order in which they were written. */
    public static final class In {
        private final byte[] bytes;
        private int at;

        public In(byte[] bytes) {
            this.bytes = bytes;
        }

        public boolean hasMore() {
            return at < bytes.length;
        }

        public char code() {
            return (char) bytes[at++];
        }

        /** The code that comes next. */
        public char peek() {
            return (char) bytes[at];
        }

        /** Passes over a code and the texts behind it. */
        public void pass(int texts) {
            at++;
            for (int i = 0; i < texts; i++) {
                int length = number();
                at += length;
            }
        }

        public boolean flag() {
            return bytes[at++] == 1;
        }

        public int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                number |= (b & 0x7f) << shift;
                if (b >= 0) {
                    return number;
                }
            }
        }

        public byte[] bytes() {
            int length = number();
            byte[] other = Arrays.copyOfRange(bytes, at, at + length);
            at += length;
            return other;
        }

        public String text() {
            int length = number();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
