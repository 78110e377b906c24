package io.zhibu.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Programs that write more than a drawing into an SVG, and their setting that leaves it out. */
enum SvgMaker {
    DRAW_IO("mxfile|mxGraph|draw\\.io|diagrams\\.net", "在 draw.io 里全选，右边“文本”一栏取消“格式化文本”和“自动换行”，再“导出为”SVG；还不行就导出 PNG"),
    ILLUSTRATOR(
            "Adobe Illustrator|ns\\.adobe\\.com/AdobeIllustrator", "在 Illustrator 里“存储为”SVG 时，取消“保留 Illustrator 编辑功能”"),
    INKSCAPE("www\\.inkscape\\.org/namespaces", "在 Inkscape 里“另存为”，类型选“普通 SVG”"),
    OTHER("", "去掉它，或用画图的软件另存为普通 SVG、PNG");

    private static final int LOOKED_AT = 1 << 16;

    private final Pattern sign;
    private final String remedy;

    SvgMaker(String sign, String remedy) {
        this.sign = Pattern.compile(sign);
        this.remedy = remedy;
    }

    /** By what the first 64 KB of the file say of it. */
    static SvgMaker of(byte[] svg) {
        String head = new String(svg, 0, Math.min(svg.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(one -> one.sign.matcher(head).find())
                .findFirst()
                .orElse(OTHER);
    }

    String remedy() {
        return remedy;
    }
}
