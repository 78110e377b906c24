package io.zhibu.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a JPEG says where it was taken: its EXIF directory then names a table of places that isn't empty. */
public final class PhotoPlace {
    private static final int HEAD = 256 << 10;
    private static final int PLACES = 0x8825;
    private static final int LATITUDE = 2;

    private PhotoPlace() {}

    public static boolean isIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isIn(in.readNBytes(HEAD));
        }
    }

    static boolean isIn(byte[] head) {
        int at = new String(head, StandardCharsets.ISO_8859_1).indexOf("Exif\0\0");
        if (at < 0 || head.length < 2 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xFF) != 0xD8) {
            return false;
        }
        ByteBuffer exif = ByteBuffer.wrap(head, at + 6, head.length - at - 6).slice();
        if (exif.remaining() < 14) {
            return false;
        }
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int places = entry(exif, exif.getInt(4), PLACES);
        return places > 0 && entry(exif, places, LATITUDE) > 0;
    }

    /** The value of the directory's entry; -1 if there is none. */
    private static int entry(ByteBuffer exif, int directory, int tag) {
        if (directory < 8 || directory + 2 > exif.limit()) {
            return -1;
        }
        int count = exif.getShort(directory) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int at = directory + 2 + 12 * i;
            if (at + 12 > exif.limit()) {
                return -1;
            }
            if ((exif.getShort(at) & 0xFFFF) == tag) {
                return exif.getInt(at + 8);
            }
        }
        return -1;
    }
}
