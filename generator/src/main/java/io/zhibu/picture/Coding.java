package io.zhibu.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A file's bytes to pixels and back, with what Java has. */
final class Coding {
    private static final float QUALITY = 0.82f;

    private Coding() {}

    /** @throws BrokenPicture if Java can't make pixels of it */
    static Pixels decoded(byte[] file, Kind kind) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return Pixels.of(reader.read(0));
        } catch (IOException | RuntimeException unreadable) {
            throw new BrokenPicture();
        } finally {
            reader.dispose();
        }
    }

    static byte[] encoded(Pixels pixels, Kind kind) {
        boolean opaque = kind == Kind.JPEG || pixels.isOpaque();
        BufferedImage image = pixels.image(opaque);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.ending()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == Kind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
