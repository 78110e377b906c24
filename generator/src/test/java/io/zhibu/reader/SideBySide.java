package io.zhibu.reader;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Two folders of pictures as one page: old, new, and where they differ, the most different first. */
final class SideBySide {
    /** A channel may be so far off without being another colour: edges of letters are drawn so. */
    private static final int SAME = 12;

    private final Path old;
    private final Path fresh;
    private final Path marks;

    /** @param marks folder for pictures of what differs */
    SideBySide(Path old, Path fresh, Path marks) {
        this.old = old;
        this.fresh = fresh;
        this.marks = marks;
    }

    /**
     * One picture, before and after.
     *
     * @param share of its points that differ: 1 if one of the two isn't there
     */
    record Pair(String name, boolean before, boolean after, double share) {
        String mark() {
            if (!before || !after) {
                return before ? "没有了" : "新的";
            }
            return share == 0 ? "一样" : String.format(Locale.ROOT, "变了 %.2f%%", share * 100);
        }
    }

    List<Pair> pairs() throws IOException {
        Files.createDirectories(marks);
        List<Pair> pairs = new ArrayList<>();
        for (String name : Stream.concat(names(old).stream(), names(fresh).stream())
                .distinct()
                .toList()) {
            boolean before = Files.exists(old.resolve(name));
            boolean after = Files.exists(fresh.resolve(name));
            pairs.add(new Pair(name, before, after, before && after ? difference(name) : 1));
        }
        pairs.sort(Comparator.comparingDouble(Pair::share).reversed().thenComparing(Pair::name));
        return pairs;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }

    private double difference(String name) throws IOException {
        BufferedImage before = ImageIO.read(old.resolve(name).toFile());
        BufferedImage after = ImageIO.read(fresh.resolve(name).toFile());
        int width = Math.max(before.getWidth(), after.getWidth());
        int height = Math.max(before.getHeight(), after.getHeight());
        BufferedImage marked = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        long differing = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean same =
                        inside(before, x, y) && inside(after, x, y) && near(before.getRGB(x, y), after.getRGB(x, y));
                differing += same ? 0 : 1;
                marked.setRGB(x, y, same ? faded(after.getRGB(x, y)) : Color.RED.getRGB());
            }
        }
        if (differing > 0) {
            ImageIO.write(marked, "png", marks.resolve(name).toFile());
        }
        return (double) differing / ((long) width * height);
    }

    private static boolean inside(BufferedImage image, int x, int y) {
        return x < image.getWidth() && y < image.getHeight();
    }

    private static boolean near(int one, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > SAME) {
                return false;
            }
        }
        return true;
    }

    private static int faded(int rgb) {
        Color color = new Color(rgb);
        return new Color(fade(color.getRed()), fade(color.getGreen()), fade(color.getBlue())).getRGB();
    }

    private static int fade(int channel) {
        return 255 - (255 - channel) / 4;
    }

    /** @param page beside or above the folders */
    void write(Path page) throws IOException {
        List<Pair> pairs = pairs();
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>旧与新</title><style>
                body { margin: 1rem; font: 16px/1.5 sans-serif; }
                section { display: grid; grid-template-columns: repeat(3, 1fr); grid-gap: 1rem; padding: 1rem 0; border-top: 1px solid #999; }
                h2 { grid-column: 1 / -1; margin: 0; font-size: 1rem; }
                img { display: block; width: 100%; border: 1px solid #ccc; }
                </style></head><body>
                """);
        long changed = pairs.stream().filter(pair -> pair.share() > 0).count();
        html.append("<h1>旧、新与不同之处：")
                .append(pairs.size())
                .append(" 张，变了的 ")
                .append(changed)
                .append(" 张</h1>\n");
        for (Pair pair : pairs) {
            html.append("<section><h2>")
                    .append(pair.name())
                    .append("　")
                    .append(pair.mark())
                    .append("</h2>");
            picture(html, page, old, pair, pair.before());
            picture(html, page, fresh, pair, pair.after());
            picture(html, page, marks, pair, Files.exists(marks.resolve(pair.name())));
            html.append("</section>\n");
        }
        Files.write(page, html.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void picture(StringBuilder html, Path page, Path folder, Pair pair, boolean there) {
        Path file = page.getParent().relativize(folder.resolve(pair.name()));
        html.append(there ? "<img loading=\"lazy\" alt=\"\" src=\"" + file + "\">" : "<p>没有</p>");
    }
}
