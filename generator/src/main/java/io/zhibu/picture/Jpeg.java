package io.zhibu.picture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The segments of a JPEG file. Keeps those that make the picture and its colours; where and with what it was taken, its preview, and
 * whatever a telephone hangs behind its end are left out.
 *
 * @param colours the number of colour channels
 * @param turn as EXIF counts, 1 to 8
 * @param plain the file without what is left out, and without its profile
 * @param profile the segments that say which colours are meant
 */
record Jpeg(int width, int height, int colours, int turn, byte[] plain, List<byte[]> profile) {
    private static final Set<Integer> NO_FRAME = Set.of(0xC4, 0xC8, 0xCC);

    static Jpeg of(byte[] file) {
        return new Reading(new Bytes(file, false)).jpeg();
    }

    /** The file without what is left out. */
    byte[] bare() {
        return withProfile(plain);
    }

    /** The same profile in another file, before all that needn't be first. */
    byte[] withProfile(byte[] file) {
        // JFIF's segment must be the first.
        Bytes in = new Bytes(file, false);
        int head = in.two(2) == 0xFFE0 ? 4 + in.two(4) : 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 4096);
        out.write(file, 0, head);
        profile.forEach(out::writeBytes);
        out.write(file, head, file.length - head);
        return out.toByteArray();
    }

    private static final class Reading {
        private final Bytes in;
        private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
        private final List<byte[]> profile = new ArrayList<>();
        private int width;
        private int height;
        private int colours;
        private int turn = 1;

        Reading(Bytes in) {
            this.in = in;
        }

        Jpeg jpeg() {
            plain.writeBytes(in.part(0, 2));
            int at = 2;
            while (in.one(at) == 0xFF && in.one(at + 1) != 0xD9) {
                at = in.one(at + 1) == 0xFF ? at + 1 : segment(at, in.one(at + 1));
            }
            if (in.two(at) != 0xFFD9 || width == 0 || height == 0) {
                throw new BrokenPicture();
            }
            plain.writeBytes(in.part(at, at + 2));
            return new Jpeg(width, height, colours, turn, plain.toByteArray(), List.copyOf(profile));
        }

        private int segment(int at, int marker) {
            int end = at + 2 + in.two(at + 2);
            byte[] whole = in.part(at, end);
            if (marker >= 0xC0 && marker <= 0xCF && !NO_FRAME.contains(marker)) {
                height = in.two(at + 5);
                width = in.two(at + 7);
                colours = in.one(at + 9);
            } else if (marker == 0xE1 && end - at > 18 && in.name(at + 4, 6).equals("Exif\0\0")) {
                turn = turn(new Bytes(in.part(at + 10, end), in.name(at + 10, 2).equals("II")));
            }
            boolean colour =
                    marker == 0xE2 && end - at > 18 && in.name(at + 4, 12).equals("ICC_PROFILE\0");
            if (colour) {
                profile.add(whole);
            }
            // JFIF and Adobe's mark say how the numbers become colours.
            if (marker <= 0xE0 || marker == 0xEE) {
                plain.writeBytes(whole);
            }
            return marker == 0xDA ? scan(end) : end;
        }

        /** The coded pixels, up to the next marker that isn't one of theirs. */
        private int scan(int from) {
            int at = from;
            while (in.one(at) != 0xFF || in.one(at + 1) == 0 || in.one(at + 1) >= 0xD0 && in.one(at + 1) <= 0xD7) {
                at++;
            }
            plain.writeBytes(in.part(from, at));
            return at;
        }

        private static int turn(Bytes exif) {
            try {
                int directory = exif.four(4);
                for (int i = 0; i < exif.two(directory); i++) {
                    int entry = directory + 2 + 12 * i;
                    if (exif.two(entry) == 0x0112) {
                        int turn = exif.two(entry + 8);
                        return turn >= 1 && turn <= 8 ? turn : 1;
                    }
                }
            } catch (BrokenPicture unreadable) {
                // The picture itself may be sound.
                return 1;
            }
            return 1;
        }
    }
}
