package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is shown where there is no page to show. What is wrong, the sheet over it says. */
final class Placeholder {
    private Placeholder() {}

    static byte[] of(Edition edition, Address address) {
        Optional<Page> withheld = edition.site().flatMap(site -> site.entry(address));
        String text = withheld.isPresent()
                ? "这一篇还没有发布，网站上没有它的网页。加上 --drafts 再打开预览，就看得到。"
                : edition.hasErrors() ? "有错误，这一页还做不出来。改好存盘，这里就会出来。" : "没有这一页。";
        return ("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>预览</title>\n"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                        + "<meta name=\"color-scheme\" content=\"light dark\">\n</head>\n<body>\n<p>" + text
                        + "</p>\n<p><a href=\"/\">首页</a></p>\n</body>\n</html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
