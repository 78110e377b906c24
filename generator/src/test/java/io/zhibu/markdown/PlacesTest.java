package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Event.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Reader reader = Reader.chinese();

    @Test
    void linksAndHeadingsKnowWhereTheyStandInTheFile() {
        String markdown = "# 题\n\n> - 𠮷祥[甲](a.md)\n>   中 ![图](b.png)\n\n题\n===\n\n|a|\n|-|\n| [丙](c.md) |\n";
        Body body = new MarkdownReading(Profile.CHINESE, "")
                .read(markdown, new Where("content/a.md", 12, 1))
                .value();

        assertThat(places(body))
                .containsExactly(
                        new Place(12, 1), new Place(14, 7), new Place(15, 7), new Place(17, 1), new Place(22, 3));
    }

    @Test
    void theCallerSaysWhereLinksLead() {
        Body body = reader.read("[甲](a.md)\n![图](b.png)").value();
        HtmlWriting.Targets targets = new HtmlWriting.Targets() {
            @Override
            public String link(String target, Place place) {
                return "/" + target.replace(".md", ".html") + "?" + place.line();
            }

            @Override
            public String image(String target, Place place) {
                return "/图/" + target;
            }
        };

        assertThat(new HtmlWriting(Profile.CHINESE).html(body, targets))
                .isEqualTo("<p><a href=\"/a.html?1\">甲</a>\n<img src=\"/%E5%9B%BE/b.png\" alt=\"图\" /></p>\n");
    }

    @Test
    void fullWidthSlipsAreTold() {
        assertThat(reader.told("正文\n\n＃标题\n"))
                .containsExactly("content/a.md:3:1: 警告[fullwidth-heading] 行首是全角的“＃”，不会成为标题\n    建议：改为：# 标题");
        assertThat(reader.told("见［章程］（zhang.md）。"))
                .containsExactly("content/a.md:1:2: 警告[fullwidth-link] 链接用了全角括号，不会成为链接\n    建议：改为：见[章程](zhang.md)。");
        assertThat(reader.rules("见[章程]（https://a.cn/）和［二］(b.md)")).containsExactly("fullwidth-link", "fullwidth-link");
        assertThat(reader.rules("[甲](a.md)（见注）和［乙］")).isEmpty();
        assertThat(reader.rules("正文\n＃标题\n第＃3号")).containsExactly("fullwidth-heading");
        assertThat(reader.html("＃标题")).isEqualTo("<p>＃标题</p>\n");
    }

    @Test
    void whatIsRemovedIsTold() {
        assertThat(reader.told("一 <b onclick=\"f()\">二</b>\n\n<div>\n<script>f()</script>\n</div>\n"))
                .containsExactly(
                        "content/a.md:1:3: 警告[html-removed] 不允许的 HTML 已去掉：<b> 的 onclick\n    建议：用 Markdown 的写法代替，或删去这一处",
                        "content/a.md:4:1: 警告[html-forbidden] 不允许的 HTML，当作文字显示：“<script>”\n    建议：用 Markdown 的写法代替，或删去它；要写的就是这几个字，写成 `<script>`");
        assertThat(reader.told("[点](javascript:f())"))
                .containsExactly(
                        "content/a.md:1:1: 警告[link-scheme] 链接指向的是代码，不是网址，已去掉\n    建议：改为 https:// 开头的网址，或站内文件的路径");
    }

    private static List<Place> places(Body body) {
        List<Place> places = new ArrayList<>();
        body.forEach(event -> {
            if (event instanceof Event.Start start) {
                if (start.element() instanceof Event.Link link) {
                    places.add(link.place());
                } else if (start.element() instanceof Event.Image image) {
                    places.add(image.place());
                } else if (start.element() instanceof Event.Heading heading) {
                    places.add(heading.place());
                }
            }
        });
        return places;
    }
}
