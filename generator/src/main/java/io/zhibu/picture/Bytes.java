package io.zhibu.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and names in a file's bytes. Reading past the end tells that the file is broken. */
final class Bytes {
    private final byte[] bytes;
    private final boolean littleEnd;

    Bytes(byte[] bytes, boolean littleEnd) {
        this.bytes = bytes;
        this.littleEnd = littleEnd;
    }

    int size() {
        return bytes.length;
    }

    int one(int at) {
        if (at < 0 || at >= bytes.length) {
            throw new BrokenPicture();
        }
        return bytes[at] & 0xFF;
    }

    int two(int at) {
        return littleEnd ? one(at) | one(at + 1) << 8 : one(at) << 8 | one(at + 1);
    }

    int four(int at) {
        return littleEnd ? two(at) | two(at + 2) << 16 : two(at) << 16 | two(at + 2);
    }

    String name(int at, int length) {
        one(at + length - 1);
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    byte[] part(int from, int to) {
        if (from > to || to > bytes.length) {
            throw new BrokenPicture();
        }
        return Arrays.copyOfRange(bytes, from, to);
    }
}
