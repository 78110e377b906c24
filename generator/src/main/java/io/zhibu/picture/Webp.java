package io.zhibu.picture;

import java.io.ByteArrayOutputStream;

/** The chunks of a WebP file: its size, and the file without what a camera wrote. */
record Webp(int width, int height, byte[] bare) {
    static Webp of(byte[] file) {
        Bytes in = new Bytes(file, true);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        int[] size = {0, 0};
        int end = 8 + in.four(4);
        if (end > file.length) {
            throw new BrokenPicture();
        }
        for (int at = 12; at + 8 <= end; ) {
            int length = in.four(at + 4);
            if (length < 0) {
                throw new BrokenPicture();
            }
            int next = Math.min(end, at + 8 + length + (length & 1));
            byte[] chunk = in.part(at, next);
            String name = in.name(at, 4);
            size(name, new Bytes(chunk, true), size);
            if (name.equals("VP8X") && chunk.length > 8) {
                // Two bits say that there is EXIF and XMP.
                chunk[8] &= (byte) ~0x0C;
            }
            if (!name.equals("EXIF") && !name.equals("XMP ")) {
                kept.writeBytes(chunk);
            }
            at = next;
        }
        if (size[0] == 0 || size[1] == 0) {
            throw new BrokenPicture();
        }
        return new Webp(size[0], size[1], whole(in.part(0, 12), kept.toByteArray()));
    }

    /** Of the canvas if there is one, else of the picture. */
    private static void size(String name, Bytes chunk, int[] size) {
        if (size[0] > 0) {
            return;
        }
        if (name.equals("VP8X")) {
            size[0] = 1 + (chunk.four(12) & 0xFFFFFF);
            size[1] = 1 + (chunk.two(15) | chunk.one(17) << 16);
        } else if (name.equals("VP8 ")) {
            size[0] = chunk.two(14) & 0x3FFF;
            size[1] = chunk.two(16) & 0x3FFF;
        } else if (name.equals("VP8L")) {
            size[0] = 1 + (chunk.four(9) & 0x3FFF);
            size[1] = 1 + (chunk.four(9) >> 14 & 0x3FFF);
        }
    }

    private static byte[] whole(byte[] head, byte[] kept) {
        int length = kept.length + 4;
        for (int i = 0; i < 4; i++) {
            head[4 + i] = (byte) (length >> 8 * i);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + kept.length);
        out.writeBytes(head);
        out.writeBytes(kept);
        return out.toByteArray();
    }
}
