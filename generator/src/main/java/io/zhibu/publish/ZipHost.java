package io.zhibu.publish;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Which system a zip says it was made on. Java says DOS, and Info-ZIP then takes names for a code page of DOS although they are marked as
 * UTF-8; of names from Unix it believes the mark.
 */
final class ZipHost {
    private static final byte UNIX = 3;

    /** A file that everybody reads and its owner writes: from Unix, no rights at all are taken at their word. */
    private static final int READABLE = 0100644 << 16;

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCATOR = 0x07064b50;

    private ZipHost() {}

    /** @param zip as Java writes it, without comments */
    static void sayUnix(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            long end = file.length() - END_LENGTH;
            long begin = directory(file, end);
            ByteBuffer entries = read(file, begin, (int) (end - begin));
            for (int at = 0; at + ENTRY_LENGTH <= entries.limit() && entries.getInt(at) == ENTRY; ) {
                entries.put(at + 5, UNIX);
                entries.putInt(at + 38, READABLE);
                at += ENTRY_LENGTH + length(entries, at + 28) + length(entries, at + 30);
            }
            file.seek(begin);
            file.write(entries.array());
        }
    }

    /** Where the list of the entries begins; of more than 65,535, or beyond 4 GB, a second end mark before the last one tells. */
    private static long directory(RandomAccessFile file, long end) throws IOException {
        if (end >= LOCATOR_LENGTH) {
            ByteBuffer locator = read(file, end - LOCATOR_LENGTH, LOCATOR_LENGTH);
            if (locator.getInt(0) == LOCATOR) {
                return read(file, locator.getLong(8) + 48, Long.BYTES).getLong(0);
            }
        }
        return Integer.toUnsignedLong(read(file, end + 16, Integer.BYTES).getInt(0));
    }

    private static int length(ByteBuffer entries, int at) {
        return Short.toUnsignedInt(entries.getShort(at));
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
