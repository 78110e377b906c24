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
import java.util.Set;

/**
 * Looks at every link of a finished page, whoever wrote it: it must lead to a file that the site has, relatively, and never to a folder.
 * A plain scan for the attributes, since each page of ten thousand passes through here.
 */
final class LinkAudit {
    private static final byte[] HREF = "href=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SRC = "src=".getBytes(StandardCharsets.US_ASCII);

    private final Set<String> paths;
    private final Set<String> links = new HashSet<>();

    /** @param paths of all files of the site */
    LinkAudit(Set<String> paths) {
        this.paths = paths;
        paths.forEach(path -> links.add(new Address(path).link()));
    }

    /** @param html in UTF-8, in which what is looked for stands as in ASCII */
    List<Diagnostic> check(Address page, byte[] html, Where template) {
        List<Diagnostic> found = new ArrayList<>();
        byte[] root = page.root().getBytes(StandardCharsets.US_ASCII);
        boolean inTag = false;
        for (int i = 0; i < html.length; i++) {
            byte b = html[i];
            // The three stand side by side in ASCII, and hardly any byte is one of them.
            if (b < '<' || b > '>') {
                continue;
            }
            if (b != '=') {
                inTag = b == '<';
            } else if (inTag && (ends(html, i, HREF) || ends(html, i, SRC))) {
                int start = start(html, i + 1);
                int end = end(html, start);
                if (!isKnown(html, start, end, root)) {
                    String link = new String(html, start, end - start, StandardCharsets.UTF_8);
                    check(page, link.replace("&amp;", "&"), template, found);
                }
            }
        }
        return found;
    }

    /** Whether the attribute ends at this place and something stands between it and what is before. */
    private static boolean ends(byte[] html, int last, byte[] attribute) {
        int begin = last + 1 - attribute.length;
        return begin > 0
                && isSpace(html[begin - 1])
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

    private void check(Address page, String link, Where template, List<Diagnostic> found) {
        int cut = cut(link);
        String path = link.substring(0, cut);
        if (path.isEmpty() || isElsewhere(path)) {
            if (link.isEmpty()) {
                found.add(Diagnostic.error(template, "page-link-empty", "页面 " + page + " 里有空的链接", "模板里给它一个网址，没有就不写链接"));
            }
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

    private static boolean isElsewhere(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            if (c == '/' || c == '%' || c > 'z') {
                break;
            }
        }
        return path.startsWith("//");
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
