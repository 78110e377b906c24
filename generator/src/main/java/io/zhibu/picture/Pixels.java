package io.zhibu.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A picture's pixels, reckoned with in whole numbers alone, so that any Java makes the same of them.
 *
 * @param argb row by row, eight bits each of opacity, red, green and blue, as the file has them
 */
record Pixels(int width, int height, int[] argb) {

    /** Without any change of colours: what the file's numbers mean, its profile says. */
    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = new int[width * height];
        if (image.getColorModel() instanceof IndexColorModel) {
            return new Pixels(width, height, image.getRGB(0, 0, width, height, argb, 0, width));
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int down = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int red = row[at] >> down;
                int green = bands > 2 ? row[at + 1] >> down : red;
                int blue = bands > 2 ? row[at + 2] >> down : red;
                int opaque = bands % 2 == 0 ? row[at + bands - 1] >> down : 255;
                argb[y * width + x] = opaque << 24 | red << 16 | green << 8 | blue;
            }
        }
        return new Pixels(width, height, argb);
    }

    boolean isOpaque() {
        for (int one : argb) {
            if (one >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }

    /** Upright, by EXIF's number. */
    Pixels turned(int turn) {
        if (turn == 1) {
            return this;
        }
        boolean lying = turn >= 5;
        int wide = lying ? height : width;
        int high = lying ? width : height;
        int[] turned = new int[argb.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                boolean fromRight = turn == 2 || turn == 3 || turn == 7 || turn == 8;
                boolean fromBelow = turn == 3 || turn == 4 || turn == 6 || turn == 7;
                int across = lying ? y : x;
                int down = lying ? x : y;
                int from = (fromBelow ? height - 1 - down : down) * width + (fromRight ? width - 1 - across : across);
                turned[y * wide + x] = argb[from];
            }
        }
        return new Pixels(wide, high, turned);
    }

    /** Smaller: each pixel is the mean of all that it covers, what is see-through counting less. */
    Pixels scaled(int wide, int high) {
        int[] across = new int[4 * wide * height];
        int[] line = new int[4 * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                int opaque = pixel >>> 24;
                line[4 * x] = opaque << 8;
                line[4 * x + 1] = (pixel >> 16 & 255) * opaque;
                line[4 * x + 2] = (pixel >> 8 & 255) * opaque;
                line[4 * x + 3] = (pixel & 255) * opaque;
            }
            means(line, 0, 4, width, across, 4 * wide * y, 4, wide);
        }
        int[] scaled = new int[wide * high];
        int[] column = new int[4 * high];
        for (int x = 0; x < wide; x++) {
            means(across, 4 * x, 4 * wide, height, column, 0, 4, high);
            for (int y = 0; y < high; y++) {
                scaled[y * wide + x] = pixel(column, 4 * y);
            }
        }
        return new Pixels(wide, high, scaled);
    }

    /** Fewer values from many, four kinds side by side: each is the mean of its share, the parts of values at its ends included. */
    private static void means(int[] from, int first, int step, int many, int[] to, int target, int apart, int few) {
        for (int i = 0; i < few; i++) {
            long begin = (long) i * many;
            long end = begin + many;
            long one = 0;
            long two = 0;
            long three = 0;
            long four = 0;
            int at = (int) (begin / few);
            for (long start = (long) at * few; start < end; start += few, at++) {
                long share = Math.min(end, start + few) - Math.max(begin, start);
                int value = first + at * step;
                one += share * from[value];
                two += share * from[value + 1];
                three += share * from[value + 2];
                four += share * from[value + 3];
            }
            int mean = target + i * apart;
            to[mean] = mean(one, many);
            to[mean + 1] = mean(two, many);
            to[mean + 2] = mean(three, many);
            to[mean + 3] = mean(four, many);
        }
    }

    /** Most sums need no division of long numbers, which takes many times as long. */
    private static int mean(long sum, int many) {
        long whole = sum + many / 2;
        return whole <= Integer.MAX_VALUE ? (int) whole / many : (int) (whole / many);
    }

    private static int pixel(int[] sums, int at) {
        int opaque = sums[at];
        if (opaque == 0) {
            return 0;
        }
        int pixel = (opaque + 128 >> 8) << 24;
        for (int kind = 1; kind < 4; kind++) {
            // At most 255 * 255 * 256.
            int value = (sums[at + kind] * 256 + opaque / 2) / opaque;
            pixel |= Math.min(255, value) << 8 * (3 - kind);
        }
        return pixel;
    }

    BufferedImage image(boolean opaque) {
        BufferedImage image =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
