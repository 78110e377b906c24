package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links and pictures that are none for one mistyped character: a wide bracket, a blank where none may be. */
final class LinkSlips {
    private static final Pattern LIKE_A_LINK = Pattern.compile(
            "([!！]?)([\\[［【])([^\\[\\]［］【】\n]{0,200})([\\]］】])([ \u3000]{0,2})([(（])([^()（）\n]{1,300})([)）])");
    private static final Pattern TARGET =
            Pattern.compile("(?i)(?:https?[:：]//|www\\.|\\.{0,2}/|#).+|.*[^.\\s]\\.(?:md|markdown"
                    + "|html?|png|jpe?g|gif|svg|webp|bmp|pdf|docx?|xlsx?|pptx?|wps|csv|txt|zip|mp[34])(?:#.*)?");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|svg|webp|bmp)");
    private static final Pattern TITLED = Pattern.compile("(.*?)[ \u3000]+[\"“”'‘’＂](.*?)[\"“”'‘’＂][ \u3000]*");

    private LinkSlips() {}

    static void look(Leaf leaf, String literal, Lines lines, Diagnostics diagnostics) {
        if (literal.indexOf(']') < 0 && literal.indexOf('］') < 0 && literal.indexOf('】') < 0) {
            return;
        }
        String s = leaf.text();
        for (Matcher found = LIKE_A_LINK.matcher(literal); found.find(); ) {
            String target = s.substring(found.start(7), found.end(7)).strip();
            Matcher titled = TITLED.matcher(target);
            String file = titled.matches() ? titled.group(1) : target;
            if (!TARGET.matcher(file).matches()) {
                continue;
            }
            String title = titled.matches() ? " \"" + titled.group(2) + "\"" : "";
            String bang = found.group(1).isEmpty() || found.group(1).equals("！") && !isPicture(file) ? "" : "!";
            int from = found.start(bang.isEmpty() ? 2 : 1);
            String link = bang + "[" + s.substring(found.start(3), found.end(3)) + "](" + pointed(file) + title + ")";
            String kind = bang.isEmpty() ? "链接" : "图片";
            boolean wide = !(found.group(2) + found.group(4) + found.group(6) + found.group(8)).equals("[]()")
                    || bang.equals("!") && found.group(1).equals("！");
            String wrong = wide ? "全角" : found.group(5).isEmpty() ? "空格" : "隔开";
            String line = Slip.mendedLine(s, from, found.end(), link);
            diagnostics.warning(
                    lines.where(leaf.offset(from)),
                    wide ? "fullwidth-link" : "link-blank",
                    message(wrong, kind),
                    "改为：" + line);
        }
    }

    private static String message(String wrong, String kind) {
        return switch (wrong) {
            case "全角" -> kind + "用了全角括号，不会成为" + kind;
            case "空格" -> "文件名或网址里有空格，不会成为" + kind;
            default -> "方括号和圆括号之间有空格，不会成为" + kind;
        };
    }

    static boolean isPicture(String target) {
        return PICTURE.matcher(target).matches();
    }

    private static String pointed(String file) {
        return file.indexOf(' ') < 0 ? file : "<" + file + ">";
    }
}
