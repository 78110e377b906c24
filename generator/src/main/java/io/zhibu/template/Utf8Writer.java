package io.zhibu.template;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text to the bytes of its UTF-8 as it is written. Half a surrogate pair becomes a question mark, as in {@link String#getBytes}. A page as
 * a string and then as bytes would be three more copies of it.
 */
final class Utf8Writer extends Writer {
    /** Bytes of one file. A template without end would fill the memory before its time is over. */
    static final int MOST = 128 << 20;

    private byte[] bytes = new byte[16 * 1024];
    private int size;
    private char[] characters = new char[4 * 1024];
    /** The first half of a pair whose second half is still to come; otherwise empty. */
    private String half = "";

    /** More than {@link #MOST} bytes were to be written. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** All that was written. */
    byte[] bytes() {
        byte[] all = Arrays.copyOf(bytes, size + half.length());
        Arrays.fill(all, size, all.length, (byte) '?');
        return all;
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        bound(length);
        if (length > characters.length) {
            characters = new char[length];
        }
        text.getChars(from, from + length, characters, 0);
        write(characters, 0, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        bound(length);
        int next = half.isEmpty() ? single(text, from, from + length) : from;
        if (next < from + length) {
            pairs(half + new String(text, next, from + length - next));
        }
    }

    private void bound(int more) throws IOException {
        if (more > MOST - size) {
            throw new TooLong();
        }
    }

    /** Up to the first surrogate: what comes next. */
    private int single(char[] text, int from, int end) {
        room((end - from) * 3);
        byte[] out = bytes;
        int to = size;
        int i = from;
        for (; i < end && !Character.isSurrogate(text[i]); i++) {
            char c = text[i];
            if (c < 0x80) {
                out[to++] = (byte) c;
            } else if (c < 0x800) {
                out[to++] = (byte) (0xc0 | c >> 6);
                out[to++] = (byte) (0x80 | c & 0x3f);
            } else {
                out[to++] = (byte) (0xe0 | c >> 12);
                out[to++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[to++] = (byte) (0x80 | c & 0x3f);
            }
        }
        size = to;
        return i;
    }

    private void pairs(String text) {
        int last = text.length() - 1;
        half = Character.isHighSurrogate(text.charAt(last)) ? text.substring(last) : "";
        byte[] utf8 = text.substring(0, text.length() - half.length()).getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
