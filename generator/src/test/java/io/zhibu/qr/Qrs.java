package io.zhibu.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads QR codes as another program does: ZXing, which has no part in making them. */
public final class Qrs {
    private static final Pattern STEP = Pattern.compile("([Mmhv])(\\d+)(?: (\\d+)(?:\\.5)?)?");
    private static final int SCALE = 4;

    private Qrs() {}

    /**
     * What the drawing says.
     *
     * @param side of the view box
     * @param path of the dark squares
     */
    public static String read(int side, String path) {
        boolean[][] dark = new boolean[side][side];
        int x = 0;
        int y = 0;
        for (MatchResult step : STEP.matcher(path).results().toList()) {
            int by = Integer.parseInt(step.group(2));
            switch (step.group(1)) {
                case "M" -> {
                    x = by;
                    y = Integer.parseInt(step.group(3));
                }
                case "m" -> x += by;
                default -> {
                    Arrays.fill(dark[y], x, x + by, true);
                    x += by;
                }
            }
        }
        int[] pixels = new int[side * SCALE * side * SCALE];
        for (int i = 0; i < pixels.length; i++) {
            boolean black = dark[i / (side * SCALE) / SCALE][i % (side * SCALE) / SCALE];
            pixels[i] = black ? 0 : 0xFFFFFF;
        }
        return read(side * SCALE, side * SCALE, pixels);
    }

    /**
     * What the lines of a terminal say.
     *
     * @param dark whether a full block is dark
     */
    public static String readBlocks(String lines, boolean dark) {
        String[] rows = lines.split("\n");
        int width = rows[0].length() * SCALE;
        int height = rows.length * 2 * SCALE;
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int y = i / width / SCALE;
            char block = rows[y / 2].charAt(i % width / SCALE);
            boolean full = block == '█' || block == (y % 2 == 0 ? '▀' : '▄');
            pixels[i] = full == dark ? 0 : 0xFFFFFF;
        }
        return read(width, height, pixels);
    }

    /** @param pixels row by row, as RGB */
    public static String read(int width, int height, int[] pixels) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
        } catch (NotFoundException | ChecksumException | FormatException unread) {
            throw new AssertionError("no camera would read this code", unread);
        }
    }
}
