package io.zhibu.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures for tests: a field of two colours, red at the left and blue at the right. */
public final class Drawn {
    private Drawn() {}

    static byte[] as(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? 0xC02020 : 0x2020C0);
            }
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
    }

    /** A JPEG as a telephone writes it: which way it was held, where it was, and a film behind its end. */
    public static byte[] fromTelephone(int width, int height, int turn) {
        byte[] jpeg = as("jpg", width, height);
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) turn + "\0\0\0\0\0\0GPS 30.58,114.27")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes("film 30.58,114.27".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
