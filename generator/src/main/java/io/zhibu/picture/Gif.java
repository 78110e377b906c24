package io.zhibu.picture;

/** The size of a GIF file. */
record Gif(int width, int height) {
    static Gif of(byte[] file) {
        Bytes in = new Bytes(file, true);
        int end = file.length;
        // Some programs fill up with zeros.
        while (end > 0 && file[end - 1] == 0) {
            end--;
        }
        if (in.one(end - 1) != ';' || in.two(6) == 0 || in.two(8) == 0) {
            throw new BrokenPicture();
        }
        return new Gif(in.two(6), in.two(8));
    }
}
