package io.zhibu.publish;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.output.Source;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a reader finds first in an unpacked zip: a page to click, and how to use it. The page is there twice, once under a name that no
 * program garbles.
 */
final class Welcome {
    private Welcome() {}

    /** @param site the folder of the site, with a slash at its end */
    static Map<String, Source> files(String title, LocalDate day, String site) {
        // A page opened inside the zip stands alone: the script that leads on isn't there, and the page's own words
        // remain.
        String page = """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="X-UA-Compatible" content="IE=edge">
                <meta name="renderer" content="webkit">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title>
                </head>
                <body>
                <h1>%s</h1>
                <p><a href="%sindex.html">打开网站</a></p>
                <p>点了打不开，是压缩包还没有解压：把整个压缩包解压到一个文件夹，再双击里面的“打开网站.html”（文件名成了乱码的，双击 index.html）。</p>
                <script src="%sopen-offline.js"></script>
                </body>
                </html>
                """.formatted(escaped(title), escaped(title), site, site);
        String words = """
                《%s》离线版，生成于 %s

                一、先把整个压缩包解压到一个文件夹（右键，全部解压缩），不要在压缩包里直接打开。
                二、双击“打开网站.html”（文件名成了乱码的，双击 index.html，两个一样）。不用联网，不用安装，检索也能用。
                三、拷给别人时拷压缩包，或者拷整个文件夹，不要只拷一个网页。
                四、打不开或样子不对，换一个新些的浏览器（谷歌、微软 Edge、360、奇安信、UOS 自带的都可以）。
                """.formatted(title, day);
        return Map.of(
                "打开网站.html",
                text(page),
                "index.html",
                text(page),
                // An old Notepad knows UTF-8 by its mark, and lines by both signs.
                "使用说明.txt",
                text("\uFEFF" + words.replace("\n", "\r\n")),
                site + "open-offline.js",
                text("location.replace('" + site + "index.html');\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Source text(String text) {
        return () -> Outcome.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
