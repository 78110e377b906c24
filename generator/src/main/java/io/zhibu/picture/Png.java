package io.zhibu.picture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file. Keeps those that make the picture and its colours; texts, times and what a camera wrote are left out.
 *
 * @param bare the file without what is left out
 * @param profile the chunks that say which colours are meant
 * @param moves whether it is several pictures that follow each other
 */
record Png(int width, int height, byte[] bare, List<byte[]> profile, boolean moves) {
    private static final int BEGIN = 8;
    private static final Set<String> COLOUR = Set.of("iCCP", "sRGB", "gAMA", "cHRM", "cICP");
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    static Png of(byte[] file) {
        Bytes in = new Bytes(file, false);
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.writeBytes(in.part(0, BEGIN));
        List<byte[]> profile = new ArrayList<>();
        boolean moves = false;
        int at = BEGIN;
        String name = "";
        while (!name.equals("IEND")) {
            int length = in.four(at);
            if (length < 0) {
                throw new BrokenPicture();
            }
            int end = at + 12 + length;
            name = in.name(at + 4, 4);
            byte[] chunk = in.part(at, end);
            if (in.four(end - 4) != crc(chunk)) {
                throw new BrokenPicture();
            }
            if (COLOUR.contains(name)) {
                profile.add(chunk);
            }
            if (KEPT.contains(name) || COLOUR.contains(name)) {
                bare.writeBytes(chunk);
            }
            moves |= name.equals("acTL");
            at = end;
        }
        return new Png(in.four(16), in.four(20), bare.toByteArray(), List.copyOf(profile), moves);
    }

    private static int crc(byte[] chunk) {
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, chunk.length - 8);
        return (int) crc.getValue();
    }

    /** The same profile in another file, behind its head. */
    byte[] withProfile(byte[] file) {
        int head = BEGIN + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 4096);
        out.write(file, 0, head);
        profile.forEach(out::writeBytes);
        out.write(file, head, file.length - head);
        return out.toByteArray();
    }
}
