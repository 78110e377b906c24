package io.zhibu.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes codes, numbers and texts one after the other into bytes, and reads them back. Knows nothing of bodies. */
final class Packing {
    private Packing() {}

    static final class Out {
        private byte[] bytes = new byte[1024];
        private int size;

        Out code(char code) {
            put(code);
            return this;
        }

        Out flag(boolean flag) {
            put(flag ? 1 : 0);
            return this;
        }

        /** Seven bits a byte, the lowest first. */
        Out number(int number) {
            int rest = number;
            while ((rest & ~0x7f) != 0) {
                put(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            put(rest);
            return this;
        }

        Out text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
            return this;
        }

        byte[] bytes() {
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

    static final class In {
        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        char code() {
            return (char) bytes[at++];
        }

        /** The code that comes next. */
        char peek() {
            return (char) bytes[at];
        }

        /** Passes over a code and the texts behind it. */
        void pass(int texts) {
            at++;
            for (int i = 0; i < texts; i++) {
                int length = number();
                at += length;
            }
        }

        boolean flag() {
            return bytes[at++] == 1;
        }

        int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                number |= (b & 0x7f) << shift;
                if (b >= 0) {
                    return number;
                }
            }
        }

        String text() {
            int length = number();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
