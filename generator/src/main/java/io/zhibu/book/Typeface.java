package io.zhibu.book;

import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The letters of a book.
 *
 * @param regular file of a TrueType font
 * @param bold of the same kind; the same file if there is only one
 */
record Typeface(Path regular, Path bold) {
    private static final String REMEDY =
            "装一个 TrueType 中文字体（Debian：apt-get install fonts-lxgw-wenkai），或在 site-config/jbake.properties 里写 book.font=字体文件的路径（.ttf）";

    /** Pairs that an operating system has where it has them, the free one first. */
    private static final List<Typeface> INSTALLED = List.of(
            of(
                    "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
                    "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf"),
            of(
                    "/usr/share/fonts/lxgw-wenkai/LXGWWenKai-Regular.ttf",
                    "/usr/share/fonts/lxgw-wenkai/LXGWWenKai-Bold.ttf"),
            of("C:/Windows/Fonts/simfang.ttf", "C:/Windows/Fonts/simhei.ttf"),
            of("C:/Windows/Fonts/simkai.ttf", "C:/Windows/Fonts/simhei.ttf"));

    private static Typeface of(String regular, String bold) {
        return new Typeface(Path.of(regular), Path.of(bold));
    }

    /** By {@code book.font} and {@code book.font.bold}, from the site's root; else the first that is installed. An error if there is none. */
    static Optional<Typeface> find(Config config, Diagnostics diagnostics) {
        Where settings = Where.inFile(config.layout().spelt(config.layout().properties()));
        Optional<Path> regular = chosen("book.font", config, diagnostics);
        Optional<Path> bold = chosen("book.font.bold", config, diagnostics);
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        if (regular.isPresent()) {
            return regular.map(file -> new Typeface(file, bold.orElse(file)));
        }
        Optional<Typeface> installed = INSTALLED.stream()
                .filter(pair -> Files.isRegularFile(pair.regular()))
                .map(pair -> new Typeface(
                        pair.regular(), bold.orElse(Files.isRegularFile(pair.bold()) ? pair.bold() : pair.regular())))
                .findFirst();
        if (installed.isEmpty()) {
            diagnostics.error(settings, "book-font", "没有找到印书用的中文字体", REMEDY);
        }
        return installed;
    }

    private static Optional<Path> chosen(String key, Config config, Diagnostics diagnostics) {
        Optional<String> written = config.settings().get(key);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String fault;
        try {
            Path file = config.layout().root().resolve(written.get());
            fault = fault(file);
            if (fault.isEmpty()) {
                return Optional.of(file);
            }
        } catch (InvalidPathException noPath) {
            fault = "不是文件的路径";
        }
        diagnostics.error(
                config.settings().where(key).orElseThrow(), "book-font", "字体文件“" + written.get() + "”" + fault, REMEDY);
        return Optional.empty();
    }

    private static String fault(Path file) {
        if (!Files.isRegularFile(file)) {
            return "不存在";
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            String tag = new String(head, StandardCharsets.ISO_8859_1);
            return switch (tag) {
                case "\0\1\0\0", "true" -> "";
                case "ttcf" -> "是几个字体合成的一个文件（.ttc），书里嵌不进";
                case "OTTO" -> "是 OpenType 的曲线轮廓，书里嵌不进，要 TrueType 轮廓的";
                default -> "不是 TrueType 字体";
            };
        } catch (IOException unreadable) {
            return "读不出来";
        }
    }
}
