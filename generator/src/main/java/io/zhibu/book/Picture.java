package io.zhibu.book;

import io.zhibu.qr.Qr;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code as a picture in black and white, as the renderer takes pictures. */
final class Picture {
    /** Pixels a square: so many that scaling on paper doesn't blur an edge. */
    private static final int SCALE = 8;

    private Picture() {}

    /** An address that holds the picture itself. */
    static String of(Qr code) {
        int side = (code.size() + 2 * Qr.EDGE) * SCALE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.isDark(x / SCALE - Qr.EDGE, y / SCALE - Qr.EDGE);
                image.setRGB(x, y, dark ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
