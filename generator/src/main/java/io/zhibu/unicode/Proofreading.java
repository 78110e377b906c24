package io.zhibu.unicode;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells an editor which characters of a file are not what they seem to be, each at its place. */
public final class Proofreading {
    /** Of one kind in one file: a file pasted from elsewhere may have one on every line. */
    private static final int MOST = 8;

    private final String text;
    private final Where file;
    private final Map<String, List<Found>> found = new HashMap<>();
    private int line = 1;
    private int lineStart;

    /** One character, what is said of it, and what helps. */
    private record Found(Where where, String message, String hint) {}

    private Proofreading(String text, Where file) {
        this.text = text;
        this.file = file;
    }

    /**
     * The text without what no text may hold, so that the rest can be read and what else is wrong with it be told as well.
     *
     * @param text of a whole file; lines end with {@code \n}
     */
    public static String of(String text, Where file, Diagnostics diagnostics) {
        Proofreading reading = new Proofreading(text, file);
        String kept = reading.read();
        reading.tell(diagnostics);
        return kept;
    }

    private String read() {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit < 0x7F || unit >= 0x3001 && unit < 0x3099 || unit >= 0x3400 && unit < 0xA000) {
                continue;
            }
            if (unit == '\n') {
                line++;
                lineStart = at + 1;
                continue;
            }
            int c = text.codePointAt(at);
            if (Forbidden.is(c)) {
                add("control-character", at, "有一个" + Forbidden.called(c), "删去这个字符，重新输入这一行");
                kept.append(text, from, at);
                from = at + Character.charCount(c);
            } else {
                seeming(c, at);
            }
            at += Character.charCount(c) - 1;
        }
        return from == 0 ? text : kept.append(text, from, text.length()).toString();
    }

    private void seeming(int c, int at) {
        if (c == Forbidden.LOST) {
            add("character-lost", at, "有一个“\uFFFD”：原来的字在转换编码时丢了", "对照原稿，把丢了的字补上");
        } else if (Invisible.is(c)) {
            invisible(c, at);
        } else if (c <= 0xFFFF && Lookalike.plain((char) c) != c) {
            char plain = Lookalike.plain((char) c);
            add(
                    "character-lookalike",
                    at,
                    "“%c”（U+%04X）看着是“%c”，其实是另一个字符".formatted(c, c, plain),
                    "重新输入“" + plain + "”；从 PDF 拷来的文字常有这样的字");
        } else if (at > lineStart && (c >= 0x300 && c < 0x370 || c == 0x3099 || c == 0x309A)) {
            String pair = text.substring(text.offsetByCodePoints(at, -1), at + 1);
            String one = Normalizer.normalize(pair, Normalizer.Form.NFC);
            if (one.codePointCount(0, one.length()) == 1) {
                add("character-in-parts", at, "“" + one + "”写成了两个字符", "重新输入“" + one + "”；从 macOS 的文件名拷来的文字常有这样的字");
            }
        }
    }

    /** Not where a sign in colour or another script is written with it. */
    private void invisible(int c, int at) {
        int before = at;
        while (before > lineStart && Invisible.is(text.codePointBefore(before))) {
            before = text.offsetByCodePoints(before, -1);
        }
        boolean first = before == lineStart;
        int seen = first ? '\n' : text.codePointBefore(before);
        boolean spaced = seen < 0x250 || seen >= 0x2000 && seen < 0x2070 || Writing.isChinese(seen);
        if (first || spaced && (!Invisible.isVariation(c) || Character.isLetter(seen))) {
            String there = first ? "行首" : "“" + Character.toString(seen) + "”后面";
            add(
                    "character-invisible",
                    at,
                    there + "有一个看不见的字符：" + Invisible.called(c),
                    "删去它：光标放到" + there + "，按一次 Delete；看不准就把这几个字重新输入一遍");
        }
    }

    private void add(String rule, int at, String message, String hint) {
        found.computeIfAbsent(rule, any -> new ArrayList<>())
                .add(new Found(file.at(line, text.codePointCount(lineStart, at) + 1), message, hint));
    }

    private void tell(Diagnostics diagnostics) {
        found.forEach((rule, all) -> {
            for (int i = 0; i < all.size() && i < MOST; i++) {
                tell(rule, all.get(i), diagnostics);
            }
            if (all.size() > MOST) {
                Where last = all.get(all.size() - 1).where();
                String message =
                        "从这里起还有 %d 处这样的字符，最后一处在第 %d 行第 %d 列".formatted(all.size() - MOST, last.line(), last.column());
                String hint = "用编辑器的“查找替换”一次改完，再构建一遍";
                tell(rule, new Found(all.get(MOST).where(), message, hint), diagnostics);
            }
        });
    }

    private static void tell(String rule, Found one, Diagnostics diagnostics) {
        if (rule.equals("control-character")) {
            diagnostics.error(one.where(), rule, one.message(), one.hint());
        } else {
            diagnostics.warning(one.where(), rule, one.message(), one.hint());
        }
    }
}
