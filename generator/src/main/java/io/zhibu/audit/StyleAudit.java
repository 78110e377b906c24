package io.zhibu.audit;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at everything that a style sheet asks for: it must be a file of the site, reached relatively. */
final class StyleAudit {
    private static final Pattern ASKED = Pattern.compile("(?is)@import\\s++\"([^\"]*+)\"|@import\\s++'([^']*+)'"
            + "|url\\(\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^)\\s\"']*+))"
            + "|/\\*.*?\\*/|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'");

    private StyleAudit() {}

    /**
     * @param file that the styles are, or stand in
     * @param leads whether a relative address leads to a file of the site
     */
    static List<Diagnostic> check(String styles, Where file, Predicate<String> leads) {
        List<Diagnostic> found = new ArrayList<>();
        Matcher match = ASKED.matcher(styles);
        while (found.size() < ScriptAudit.MOST && match.find()) {
            int at = match.start();
            Stream.of(1, 2, 3, 4, 5)
                    .map(match::group)
                    .filter(group -> group != null)
                    .map(String::strip)
                    .forEach(asked -> check(asked, Spot.of(file, styles, at), leads, found));
        }
        return found;
    }

    private static void check(String asked, Where where, Predicate<String> leads, List<Diagnostic> found) {
        String path = asked.replaceAll("[?#].*", "");
        if (path.isEmpty() || path.startsWith("data:")) {
            return;
        }
        if (Elsewhere.is(path)) {
            found.add(Diagnostic.error(
                    where, "style-elsewhere", "样式要从别的网站取东西：“" + asked + "”", "把文件放进 templates/assets，写从这个样式文件出发的路径"));
        } else if (path.startsWith("/")) {
            found.add(Diagnostic.error(
                    where, "style-absolute", "样式里的路径以 / 开头：“" + asked + "”", "写从这个样式文件出发的路径，如 icon.svg"));
        } else if (!leads.test(path)) {
            found.add(Diagnostic.error(where, "style-dead", "样式要的文件不存在：“" + asked + "”", "检查路径：从这个样式文件所在的文件夹写起"));
        }
    }
}
