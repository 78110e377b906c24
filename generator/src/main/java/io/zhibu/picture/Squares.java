package io.zhibu.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A pattern of dark squares on white, such as a QR code, as a picture for paper. */
public final class Squares {
    /** Pixels a square: so many that scaling on paper doesn't blur an edge. */
    private static final int SCALE = 8;

    /** Which squares are dark. */
    public interface Pattern {
        boolean isDark(int x, int y);
    }

    private Squares() {}

    /** The bytes of a PNG, without a margin. */
    public static byte[] png(int side, Pattern pattern) {
        int pixels = side * SCALE;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                image.setRGB(x, y, pattern.isDark(x / SCALE, y / SCALE) ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return png.toByteArray();
    }
}
