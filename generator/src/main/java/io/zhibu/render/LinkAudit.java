package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at every link of a finished page, whoever wrote it: it must lead to a file that the site has, relatively, and never to a folder.
 * A plain scan for the attributes, since each page of ten thousand passes through here.
 */
final class LinkAudit {
    private static final List<String> ATTRIBUTES = List.of("href=", "src=");

    private final Set<String> paths;
    private final Set<String> links = new HashSet<>();

    /** @param paths of all files of the site */
    LinkAudit(Set<String> paths) {
        this.paths = paths;
        paths.forEach(path -> links.add(new Address(path).link()));
    }

    List<Diagnostic> check(Address page, String html, Where template) {
        List<Diagnostic> found = new ArrayList<>();
        for (String attribute : ATTRIBUTES) {
            boolean inTag = false;
            int seen = 0;
            for (int at = html.indexOf(attribute); at >= 0; at = html.indexOf(attribute, at + 1)) {
                inTag = isInTag(html, seen, at, inTag);
                seen = at;
                if (inTag && Character.isWhitespace(html.charAt(at - 1))) {
                    String link = value(html, at + attribute.length());
                    check(page, link.replace("&amp;", "&"), template, found);
                }
            }
        }
        return found;
    }

    /** Whether {@code at} stands inside a tag, by the nearest bracket before it; looks back no further than was seen already. */
    private static boolean isInTag(String html, int seen, int at, boolean wasInTag) {
        for (int i = at - 1; i >= seen; i--) {
            if (html.charAt(i) == '<' || html.charAt(i) == '>') {
                return html.charAt(i) == '<';
            }
        }
        return wasInTag;
    }

    private static String value(String html, int start) {
        char quote = start < html.length() ? html.charAt(start) : ' ';
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, start + 1);
            return html.substring(start + 1, end < 0 ? html.length() : end);
        }
        int end = start;
        while (end < html.length() && html.charAt(end) != '>' && !Character.isWhitespace(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end);
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
        // Nearly every link is written from the root, as many steps up as the page is deep, and spelt as we spell it.
        String root = page.root();
        if (path.startsWith(root) && links.contains(path.substring(root.length()))) {
            return true;
        }
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
