package io.zhibu.picture;

import java.io.ByteArrayOutputStream;

/**
 * The blocks of a GIF file.
 *
 * @param bare the file without comments, XMP and what follows its end
 */
record Gif(int width, int height, byte[] bare) {
    private static final int HEAD = 13;

    static Gif of(byte[] file) {
        Bytes in = new Bytes(file, true);
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        int at = HEAD + colours(in.one(10));
        bare.writeBytes(in.part(0, at));
        while (in.one(at) != ';') {
            int end = end(in, at);
            if (isKept(in, at)) {
                bare.writeBytes(in.part(at, end));
            }
            at = end;
        }
        bare.write(';');
        if (in.two(6) == 0 || in.two(8) == 0) {
            throw new BrokenPicture();
        }
        return new Gif(in.two(6), in.two(8), bare.toByteArray());
    }

    /** Bytes of the table of colours that these flags announce. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int end(Bytes in, int at) {
        int block;
        if (in.one(at) == '!') {
            block = at + 2;
        } else if (in.one(at) == ',') {
            block = at + 11 + colours(in.one(at + 9));
        } else {
            throw new BrokenPicture();
        }
        while (in.one(block) != 0) {
            block += 1 + in.one(block);
        }
        return block + 1;
    }

    /** Pictures, their timing, and of what programs add only how often it repeats and which colours are meant. */
    private static boolean isKept(Bytes in, int at) {
        if (in.one(at) == ',' || in.one(at + 1) == 0xF9) {
            return true;
        }
        if (in.one(at + 1) != 0xFF || in.one(at + 2) != 11) {
            return false;
        }
        String program = in.name(at + 3, 11);
        return program.equals("NETSCAPE2.0") || program.equals("ANIMEXTS1.0") || program.equals("ICCRGBG1012");
    }
}
