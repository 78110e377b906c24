package io.zhibu.audit;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Digest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at every link of a finished page, whoever wrote it: it must lead to a file that the site has, relatively, and never to a folder;
 * and the page must need nothing that a reader without a server couldn't get. Each page of ten thousand passes through here, so no tree is built.
 */
public final class LinkAudit {
    /** Each ends with another letter, so that one look tells which of them an attribute may be. */
    private static final List<String> ATTRIBUTES = List.of("href", "src", "srcset", "poster", "data", "action", "type");

    private static final String[] BY_LAST = byLast();

    private static final List<String> TEXT_ALONE = List.of("script", "style", "title", "textarea", "iframe");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));");

    /** Of each path, and of each link from the root, the number by which it is remembered. */
    private final Map<String, Long> paths = new HashMap<>();

    private final Map<String, Long> links = new HashMap<>();
    private final Set<Long> numbers;
    private final Elsewhere elsewhere;

    /**
     * @param paths of all files of the site
     * @param host where the site is published, without a slash at its end
     */
    public LinkAudit(Set<String> paths, Optional<String> host) {
        this.elsewhere = new Elsewhere(host);
        for (String path : paths) {
            long number = Digest.of(path).head();
            this.paths.put(path, number);
            links.put(new Address(path).link(), number);
        }
        this.numbers = Set.copyOf(this.paths.values());
    }

    /**
     * What is wrong with one page.
     *
     * @param found what is wrong
     * @param led a number for each file of the site that the page leads to
     */
    public record Looked(List<Diagnostic> found, Set<Long> led) {}

    private static String[] byLast() {
        String[] names = new String[32];
        ATTRIBUTES.forEach(name -> names[name.charAt(name.length() - 1) & 0x1f] = name);
        return names;
    }

    /** Whether all these files are still there. */
    public boolean leads(Set<Long> led) {
        return numbers.containsAll(led);
    }

    /** @param html in UTF-8, in which what is looked for stands as in ASCII */
    public Looked check(Address page, byte[] html, Where template) {
        List<Diagnostic> found = new ArrayList<>();
        Set<Long> led = new TreeSet<>();
        byte[] root = page.root().getBytes(StandardCharsets.US_ASCII);
        TagScan tags = new TagScan(html);
        while (tags.next()) {
            for (int i = 0; i < tags.attributes(); i++) {
                attribute(page, html, tags, i, root, template, found, led);
            }
            for (String name : TEXT_ALONE) {
                if (tags.isNamed(name)) {
                    held(page, tags, name, template, found, led);
                    break;
                }
            }
        }
        return new Looked(found, led);
    }

    /** A style sheet or script that is a file of its own; anything else passes. */
    public List<Diagnostic> checkFile(Address address, byte[] bytes, Where file) {
        String text = address.path().matches("(?i).*\\.(css|js|mjs)") ? new String(bytes, StandardCharsets.UTF_8) : "";
        return address.path().matches("(?i).*\\.css")
                ? StyleAudit.check(text, file, path -> leads(address, path, new TreeSet<>()))
                : ScriptAudit.check(text, file);
    }

    /** What the element holds is no HTML. */
    private void held(Address page, TagScan tags, String name, Where template, List<Diagnostic> found, Set<Long> led) {
        String opened = tags.tag();
        // In an SVG such an element may be empty.
        if (opened.endsWith("/") && !name.equals("script")) {
            return;
        }
        String held = tags.held(name);
        boolean judged = name.equals("script") || name.equals("style");
        if (judged && !held.isBlank() && !opened.contains("json")) {
            List<Diagnostic> said = name.equals("style")
                    ? StyleAudit.check(held, template, path -> leads(page, path, led))
                    : ScriptAudit.check(held, template);
            said.forEach(one -> found.add(Diagnostic.error(
                    template,
                    one.rule(),
                    "页面 " + page + " 里：" + one.message(),
                    one.hint().orElse(""))));
        }
    }

    private void attribute(
            Address page,
            byte[] html,
            TagScan tags,
            int index,
            byte[] root,
            Where template,
            List<Diagnostic> found,
            Set<Long> led) {
        String name = BY_LAST[tags.lastOfName(index) & 0x1f];
        if (name == null || !tags.isNamed(index, name) || name.equals("type") && !tags.isNamed("script")) {
            return;
        }
        int start = tags.valueStart(index);
        int end = tags.valueEnd(index);
        boolean several = name.equals("srcset");
        boolean within = !several && end - start > 1 && html[start] == '#';
        if (!within && !isKnown(html, start, several ? end : cut(html, start, end), root, led)) {
            attribute(page, tags.tag(), name, decodedReferences(tags.value(index)), template, found, led);
        }
    }

    /** Where the place on the page begins, or the question; not in a reference to a character. */
    private static int cut(byte[] html, int start, int end) {
        for (int i = start; i < end; i++) {
            if (html[i] == '&') {
                return end;
            } else if (html[i] == '#' || html[i] == '?') {
                return i;
            }
        }
        return end;
    }

    /** As a browser reads the value of an attribute; of the names, those that every HTML writer uses. */
    private static String decodedReferences(String value) {
        if (value.indexOf('&') < 0) {
            return value;
        }
        return REFERENCE.matcher(value).replaceAll(found -> {
            if (found.group(1) == null) {
                int code = found.group(2) != null
                        ? Integer.parseInt(found.group(2))
                        : Integer.parseInt(found.group(3), 16);
                return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD");
            }
            return switch (found.group(1)) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                default -> "'";
            };
        });
    }

    private void attribute(
            Address page,
            String tag,
            String name,
            String value,
            Where template,
            List<Diagnostic> found,
            Set<Long> led) {
        if (name.equals("type")) {
            if (value.strip().equalsIgnoreCase("module")) {
                found.add(Diagnostic.error(
                        template,
                        "page-module",
                        "页面 " + page + " 里有模块脚本（type=module）：从文件夹里打开网页时，浏览器不装模块",
                        "去掉 type=module，写成普通脚本"));
            }
        } else if (name.equals("srcset")) {
            // Each candidate is an address and its width.
            for (String candidate : value.strip().split("\\s*,\\s+")) {
                check(page, tag, name, candidate.replaceFirst("\\s.*", ""), template, found, led);
            }
        } else {
            check(page, tag, name, value, template, found, led);
        }
    }

    /** Nearly every link is written from the root, as many steps up as the page is deep, and spelt as we spell it. */
    private boolean isKnown(byte[] html, int start, int end, byte[] root, Set<Long> led) {
        int rest = start + root.length;
        if (rest >= end || !Arrays.equals(html, start, rest, root, 0, root.length)) {
            return false;
        }
        Long number = links.get(new String(html, rest, end - rest, StandardCharsets.ISO_8859_1));
        return number != null && noted(number, led);
    }

    private static boolean noted(Long number, Set<Long> led) {
        led.add(number);
        return true;
    }

    private void check(
            Address page,
            String tag,
            String attribute,
            String link,
            Where template,
            List<Diagnostic> found,
            Set<Long> led) {
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
        } else if (!leads(page, path, led)) {
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

    private boolean leads(Address page, String path, Set<Long> led) {
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
        Long number = paths.get(String.join("/", names));
        return number != null && noted(number, led);
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
