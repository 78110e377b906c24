package io.zhibu.picture;

/** The bytes that readers get of a picture: the whole of it without what a camera wrote, or a narrower one. */
final class Making {
    private Making() {}

    static byte[] whole(Picture picture, byte[] file) {
        return switch (picture.kind()) {
            case JPEG -> {
                Jpeg jpeg = Jpeg.of(file);
                yield picture.turn() == 1 ? jpeg.bare() : made(jpeg, picture, picture.width());
            }
            case PNG -> Png.of(file).bare();
            case WEBP -> Webp.of(file).bare();
            case GIF -> Gif.of(file).bare();
            case SVG -> Svg.bare(file);
        };
    }

    /** The whole one where a narrower one would be no smaller. */
    static byte[] narrower(Picture picture, byte[] file, int width) {
        byte[] whole = whole(picture, file);
        byte[] made =
                picture.kind() == Kind.JPEG ? made(Jpeg.of(file), picture, width) : made(Png.of(file), picture, width);
        return made.length < whole.length ? made : whole;
    }

    private static byte[] made(Jpeg jpeg, Picture picture, int width) {
        // Without its profile Java leaves the numbers as they are.
        Pixels upright = Coding.decoded(jpeg.plain(), Kind.JPEG).turned(picture.turn());
        return jpeg.withProfile(Coding.encoded(fitted(upright, picture, width), Kind.JPEG));
    }

    private static byte[] made(Png png, Picture picture, int width) {
        return png.withProfile(Coding.encoded(fitted(Coding.decoded(png.bare(), Kind.PNG), picture, width), Kind.PNG));
    }

    private static Pixels fitted(Pixels pixels, Picture picture, int width) {
        return width == pixels.width() ? pixels : pixels.scaled(width, picture.height(width));
    }
}
