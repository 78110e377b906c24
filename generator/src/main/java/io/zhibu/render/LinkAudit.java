package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at every link of a finished page, whoever wrote it: it must lead to a file that the site has, relatively, and never to a folder;
 * and the page must need nothing that a reader without a server couldn't get. A plain scan for the attributes, since each page of ten
 * thousand passes through here.
 */
final class LinkAudit {
    private static final List<byte[]> ATTRIBUTES = Stream.of(
                    "href", "src", "srcset", "poster", "data", "action", "type")
            .map(name -> (name + "=").getBytes(StandardCharsets.US_ASCII))
            .toList();

    private final Set<String> paths;
    private final Set<String> links = new HashSet<>();
    private final Elsewhere elsewhere;

    /**
     * @param paths of all files of the site
     * @param host where the site is published, without a slash at its end
     */
    LinkAudit(Set<String> paths, Optional<String> host) {
        this.paths = paths;
        this.elsewhere = new Elsewhere(host);
        paths.forEach(path -> links.add(new Address(path).link()));
    }

    /** @param html in UTF-8, in which what is looked for stands as in ASCII */
    List<Diagnostic> check(Address page, byte[] html, Where template) {
        List<Diagnostic> found = new ArrayList<>();
        byte[] root = page.root().getBytes(StandardCharsets.US_ASCII);
        int tag = -1;
        for (int i = 0; i < html.length; i++) {
            byte b = html[i];
            // The three stand side by side in ASCII, and hardly any byte is one of them.
            if (b < '<' || b > '>') {
                continue;
            }
            if (b == '<') {
                tag = i;
            } else if (b == '>') {
                i = tag < 0 ? i : inside(page, html, tag, i, template, found);
                tag = -1;
            } else if (tag >= 0) {
                attribute(page, html, tag, i, root, template, found);
            }
        }
        return found;
    }

    /** A style sheet or script that is a file of its own; anything else passes. */
    List<Diagnostic> checkFile(Address address, byte[] bytes, Where file) {
        String text = address.path().matches("(?i).*\\.(css|js|mjs)") ? new String(bytes, StandardCharsets.UTF_8) : "";
        return address.path().matches("(?i).*\\.css")
                ? StyleAudit.check(text, file, path -> leads(address, path))
                : ScriptAudit.check(text, file);
    }

    /** What a script or style element holds is no HTML; where it ends, or the end of the tag. */
    private int inside(Address page, byte[] html, int tag, int end, Where template, List<Diagnostic> found) {
        boolean perhaps = end - tag > 5
                && (html[tag + 1] | 32) == 's'
                && ((html[tag + 2] | 32) == 'c' || (html[tag + 3] | 32) == 'y')
                && html[end - 1] != '/';
        if (!perhaps) {
            return end;
        }
        String opened = new String(html, tag + 1, end - tag - 1, StandardCharsets.UTF_8);
        String name = opened.replaceFirst("(?s)\\s.*", "").toLowerCase(Locale.ROOT);
        if (!name.equals("script") && !name.equals("style")) {
            return end;
        }
        int close = end + 1;
        while (close < html.length && !closes(html, close, name)) {
            close++;
        }
        String held = new String(html, end + 1, close - end - 1, StandardCharsets.UTF_8);
        if (!held.isBlank() && !opened.contains("json")) {
            List<Diagnostic> said = name.equals("style")
                    ? StyleAudit.check(held, template, path -> leads(page, path))
                    : ScriptAudit.check(held, template);
            said.forEach(one -> found.add(Diagnostic.error(
                    template,
                    one.rule(),
                    "页面 " + page + " 里：" + one.message(),
                    one.hint().orElse(""))));
        }
        return close - 1;
    }

    private static boolean closes(byte[] html, int at, String name) {
        if (html[at] != '<' || at + 2 + name.length() > html.length || html[at + 1] != '/') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((html[at + 2 + i] | 32) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void attribute(
            Address page, byte[] html, int tag, int equals, byte[] root, Where template, List<Diagnostic> found) {
        for (byte[] attribute : ATTRIBUTES) {
            if (ends(html, equals, attribute)) {
                int start = start(html, equals + 1);
                int end = end(html, start);
                if (!isKnown(html, start, end, root)) {
                    String value = new String(html, start, end - start, StandardCharsets.UTF_8).replace("&amp;", "&");
                    String name = new String(attribute, 0, attribute.length - 1, StandardCharsets.US_ASCII);
                    attribute(page, opened(html, tag), name, value, template, found);
                }
                return;
            }
        }
    }

    /** The tag without its brackets. */
    private static String opened(byte[] html, int tag) {
        int end = tag + 1;
        while (end < html.length && html[end] != '>') {
            end++;
        }
        return new String(html, tag + 1, end - tag - 1, StandardCharsets.UTF_8);
    }

    private void attribute(
            Address page, String tag, String name, String value, Where template, List<Diagnostic> found) {
        if (name.equals("type")) {
            if (tag.startsWith("script") && value.strip().equalsIgnoreCase("module")) {
                found.add(Diagnostic.error(
                        template,
                        "page-module",
                        "页面 " + page + " 里有模块脚本（type=module）：从文件夹里打开网页时，浏览器不装模块",
                        "去掉 type=module，写成普通脚本"));
            }
        } else if (name.equals("srcset")) {
            // Each candidate is an address and its width.
            for (String candidate : value.strip().split("\\s*,\\s+")) {
                check(page, tag, name, candidate.replaceFirst("\\s.*", ""), template, found);
            }
        } else {
            check(page, tag, name, value, template, found);
        }
    }

    /** Whether the attribute ends at this place and something stands between it and what is before. */
    private static boolean ends(byte[] html, int last, byte[] attribute) {
        int begin = last + 1 - attribute.length;
        // Hardly any attribute ends as these do.
        return begin > 0
                && html[last - 1] == attribute[attribute.length - 2]
                && (isSpace(html[begin - 1]) || html[begin - 1] == ':')
                && Arrays.equals(html, begin, last + 1, attribute, 0, attribute.length);
    }

    private static int start(byte[] html, int at) {
        return at < html.length && isQuote(html[at]) ? at + 1 : at;
    }

    private static int end(byte[] html, int start) {
        byte before = html[start - 1];
        int end = start;
        if (isQuote(before)) {
            while (end < html.length && html[end] != before) {
                end++;
            }
        } else {
            while (end < html.length && html[end] != '>' && !isSpace(html[end])) {
                end++;
            }
        }
        return end;
    }

    private static boolean isQuote(byte b) {
        return b == '"' || b == '\'';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    /** Nearly every link is written from the root, as many steps up as the page is deep, and spelt as we spell it. */
    private boolean isKnown(byte[] html, int start, int end, byte[] root) {
        int rest = start + root.length;
        return rest < end
                && Arrays.equals(html, start, rest, root, 0, root.length)
                && links.contains(new String(html, rest, end - rest, StandardCharsets.ISO_8859_1));
    }

    private void check(
            Address page, String tag, String attribute, String link, Where template, List<Diagnostic> found) {
        int cut = cut(link);
        String path = link.substring(0, cut);
        if (path.isEmpty()) {
            if (link.isEmpty()) {
                found.add(Diagnostic.error(template, "page-link-empty", "页面 " + page + " 里有空的链接", "模板里给它一个网址，没有就不写链接"));
            }
            return;
        }
        if (Elsewhere.is(path)) {
            found.addAll(elsewhere.check(page, tag, attribute, link, template));
            return;
        }
        if (path.startsWith("/")) {
            found.add(Diagnostic.error(
                    template, "page-link-absolute", "页面 " + page + " 的链接以 / 开头：“" + link + "”", "前面改用 ${root}"));
        } else if (path.endsWith("/")) {
            found.add(Diagnostic.error(
                    template, "page-link-folder", "页面 " + page + " 的链接指向文件夹：“" + link + "”", "写到 index.html"));
        } else if (!leads(page, path)) {
            found.add(Diagnostic.error(
                    template,
                    "page-link-dead",
                    "页面 " + page + " 的链接打不开：“" + link + "”",
                    "检查模板里拼网址的地方；每个 uri 前面都要有 ${root}"));
        }
    }

    private static int cut(String link) {
        for (int i = 0; i < link.length(); i++) {
            if (link.charAt(i) == '#' || link.charAt(i) == '?') {
                return i;
            }
        }
        return link.length();
    }

    private boolean leads(Address page, String path) {
        Deque<String> names = new ArrayDeque<>();
        if (!page.folder().isEmpty()) {
            names.addAll(List.of(page.folder().split("/")));
        }
        for (String name : decoded(path).split("/")) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return false;
                }
            } else if (!name.equals(".")) {
                names.addLast(name);
            }
        }
        return paths.contains(String.join("/", names));
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
