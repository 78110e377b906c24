package io.zhibu.word;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One part of a package, compressed: most parts are the same in every document, and Java's own zips would compress them again for each.
 * Put together they are, byte for byte, the zip that Java makes of the same parts.
 *
 * @param check CRC of what it was
 * @param size of what it was
 */
record Squeezed(String name, int check, int size, byte[] bytes) {
    private static final int LOCAL = 0x04034b50;
    private static final int BEHIND = 0x08074b50;
    private static final int LISTED = 0x02014b50;
    private static final int END = 0x06054b50;

    /** What a reader must know: 2.0, deflating. */
    private static final int VERSION = 20;

    /** The sizes stand behind the part, and its name is in UTF-8. */
    private static final int FLAGS = 0x808;

    /** The second of January 1980: the same document is the same bytes on any day. */
    private static final int DAY = 1 << 5 | 2;

    static Squeezed of(String name, byte[] content) {
        try (Press press = new Press()) {
            return press.squeezed(name, content);
        }
    }

    /** For one part after the other: each anew would take a quarter of a megabyte, and clear it. */
    static final class Press implements AutoCloseable {
        private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        private final byte[] buffer = new byte[4096];

        Squeezed squeezed(String name, byte[] content) {
            CRC32 check = new CRC32();
            check.update(content);
            deflater.reset();
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(buffer.length);
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return new Squeezed(name, (int) check.getValue(), content.length, bytes.toByteArray());
        }

        @Override
        public void close() {
            deflater.end();
        }
    }

    /** A zip of these. */
    static byte[] zip(List<Squeezed> parts) {
        Little out = new Little();
        Little list = new Little();
        for (Squeezed part : parts) {
            byte[] name = part.name.getBytes(StandardCharsets.UTF_8);
            list.four(LISTED).two(VERSION);
            part.head(list, true);
            list.two(name.length).two(0).two(0).two(0).two(0).four(0).four(out.size());
            list.writeBytes(name);
            out.four(LOCAL);
            part.head(out, false);
            out.two(name.length).two(0);
            out.writeBytes(name);
            out.writeBytes(part.bytes);
            out.four(BEHIND).four(part.check).four(part.bytes.length).four(part.size);
        }
        int start = out.size();
        out.writeBytes(list.toByteArray());
        out.four(END).two(0).two(0).two(parts.size()).two(parts.size());
        out.four(list.size()).four(start).two(0);
        return out.toByteArray();
    }

    private void head(Little out, boolean told) {
        out.two(VERSION).two(FLAGS).two(Deflater.DEFLATED).two(0).two(DAY);
        out.four(told ? check : 0).four(told ? bytes.length : 0).four(told ? size : 0);
    }

    /** Numbers with their lowest byte first. */
    private static final class Little extends ByteArrayOutputStream {
        Little two(int number) {
            write(number);
            write(number >>> 8);
            return this;
        }

        Little four(int number) {
            return two(number).two(number >>> 16);
        }
    }
}
