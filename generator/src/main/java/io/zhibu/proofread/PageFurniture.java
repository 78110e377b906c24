package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that came along when a text was copied from a web page. */
final class PageFurniture implements Rule {
    private static final String COUNT = "(?:点击|浏览|阅读|访问)(?:次数|数|量|率)?[ \\u3000]*[:：][ \\u3000]*[0-9]*[ \\u3000]*次?";
    private static final Pattern LINE = Pattern.compile("[ \\t\\u3000>*-]{0,8}(?:"
            + "(?:上|下)一(?:篇|条|页)[ \\u3000]*[:：>»].{0,80}"
            + "|分享(?:到|至)[ \\u3000]*[:：]?.{0,40}"
            + "|[（(【\\[]?[ \\u3000]*(?:责任)?编辑[ \\u3000]*[:：][ \\u3000]*\\S{1,12}[ \\u3000]*[）)】\\]]?"
            + "|(?:(?:来源|稿源|稿件来源|作者|发布时间|发布日期|时间|日期)[ \\u3000]*[:：]?.{0,40}[ \\u3000|]*)?" + COUNT
            + "|(?:[（(【\\[]?[ \\u3000]*(?:打印本页|打印此页|打印|关闭窗口|关闭本页|关闭|返回顶部|加入收藏|我要纠错|推荐给好友)[ \\u3000]*[）)】\\]]?[ \\u3000|]*){2,6}"
            + "|[【\\[（(][ \\u3000]*(?:打印本页|打印|关闭窗口|关闭|返回顶部)[ \\u3000]*[】\\]）)]"
            + "|[【\\[（(]?字[体号][ \\u3000]*[:：][ \\u3000]*\\[?[ \\u3000]*大.{0,20}"
            + "|扫一扫.{0,12}(?:手机|微信|分享|打开).{0,12}"
            + "|(?:您|你)(?:所在|现在|当前)的?位置[ \\u3000]*[:：].{0,60}"
            + "|当前位置[ \\u3000]*[:：].{0,60}"
            + "|相关(?:链接|阅读|新闻|文章)[ \\u3000]*[:：][ \\u3000]*"
            + ")[ \\t\\u3000]*(?=[\\r\\n]|\\z)");

    /** The longest line that can be one, and more. */
    private static final int LONGEST = 400;

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has(
                "一篇", "一条", "一页", "分享", "编辑", "点击", "浏览", "阅读", "访问", "打印", "关闭", "返回顶部", "字体", "字号", "扫一扫", "位置",
                "相关")) {
            return;
        }
        String view = script.own();
        Matcher found = LINE.matcher(view);
        Script.eachLine(view, LONGEST, start -> {
            if (found.region(start, view.length()).lookingAt() && !script.isField(found.end() - 1)) {
                int at = start;
                while (at < found.end() - 1 && " \t\u3000".indexOf(script.text().charAt(at)) >= 0) {
                    at++;
                }
                String line = found.group().strip();
                findings.notice(
                        "page-furniture",
                        at,
                        "这一行像是从网页上带来的：“" + (line.length() > 16 ? line.substring(0, 16) + "…" : line) + "”",
                        "删去这一行；来源、作者、编辑写在头信息里");
            }
        });
    }
}
