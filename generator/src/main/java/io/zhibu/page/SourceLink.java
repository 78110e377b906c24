package io.zhibu.page;

import io.zhibu.address.Address;
import io.zhibu.unicode.Spelling;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link in the text of a page is meant to lead to.
 *
 * @param written as the editor wrote it
 * @param file for an entry or an asset: its path from the site's root; otherwise empty
 * @param anchor what stands after {@code #}, decoded; empty if nothing does
 */
public record SourceLink(Kind kind, String written, String file, String anchor) {
    private static final Pattern SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern FULL_WIDTH_SCHEME = Pattern.compile("(?is)(?:https?|ftp|mailto|tel|file)：.*");
    private static final Pattern HOST = Pattern.compile(
            "(?is)www\\.[^/]+(?:/.*)?|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:cn|com|org|net|edu|gov)(?::\\d+)?(?:/.*)?");

    public enum Kind {
        /** Another entry's source file. */
        ENTRY,
        /** A heading on the same page. */
        HERE,
        /** A file that lies beside the entry. */
        ASSET,
        /** Another site, a mail address: anything with a scheme or a host. */
        ELSEWHERE,
        /** From the root of whatever server: breaks under a sub-path and on {@code file://}. */
        ABSOLUTE,
        /** A folder: on {@code file://} it would show a listing. */
        FOLDER,
        /** Nothing at all. */
        EMPTY,
        /** A scheme and a full-width colon, {@code https：}, which no browser takes for one. */
        FULL_WIDTH,
        /** A host without a scheme, {@code www.…}, which every browser takes for a file. */
        HOST
    }

    /** @param page the one that the link stands on */
    public static SourceLink of(String target, Page page) {
        // White space around it is nothing to a browser.
        String written = target.strip();
        int hash = written.indexOf('#');
        String path = written.substring(0, pathEnd(written));
        String anchor = hash < 0 ? "" : Spelling.bare(decoded(written.substring(hash + 1)));
        if (path.isEmpty()) {
            return new SourceLink(written.isEmpty() ? Kind.EMPTY : Kind.HERE, target, "", anchor);
        }
        if (FULL_WIDTH_SCHEME.matcher(path).matches()) {
            return new SourceLink(Kind.FULL_WIDTH, target, "", anchor);
        }
        if (HOST.matcher(path).matches()) {
            return new SourceLink(Kind.HOST, target, "", anchor);
        }
        if (path.startsWith("//") || SCHEME.matcher(path).matches()) {
            return new SourceLink(Kind.ELSEWHERE, target, "", anchor);
        }
        if (path.startsWith("/")) {
            return new SourceLink(Kind.ABSOLUTE, target, "", anchor);
        }
        if (path.endsWith("/") || path.equals(".") || path.equals("..") || path.endsWith("/..")) {
            return new SourceLink(Kind.FOLDER, target, "", anchor);
        }
        String file = resolved(page.where().file(), Spelling.bare(decoded(path)));
        return new SourceLink(file.endsWith(".md") ? Kind.ENTRY : Kind.ASSET, target, file, anchor);
    }

    /** What must be written between the brackets of a link on this page, to lead to that file: a path from the site's root. */
    public static String to(Page page, String file) {
        String path = new Address(page.where().file()).pathTo(new Address(file));
        return path.matches("[^ ()<>]*") ? path : "<" + path + ">";
    }

    /** What stands behind the path: {@code ?…}, {@code #…}, both or nothing, as written. */
    public String suffix() {
        return written.strip().substring(pathEnd(written.strip()));
    }

    /** The path from the folder of the page, if the link leads to a file that lies there. */
    public Optional<String> beside(Page page) {
        String folder = folder(page.where().file());
        return kind == Kind.ASSET && file.startsWith(folder)
                ? Optional.of(file.substring(folder.length()))
                : Optional.empty();
    }

    /** A path without {@code .} and without detours; empty if it leads out of where it begins. */
    public static Optional<String> plain(String path) {
        String within = resolved("in/", path);
        return within.startsWith("in/") ? Optional.of(within.substring(3)) : Optional.empty();
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    /** Where a query or an anchor begins. */
    private static int pathEnd(String target) {
        int query = target.indexOf('?');
        int hash = target.indexOf('#');
        return Math.min(query < 0 ? target.length() : query, hash < 0 ? target.length() : hash);
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String resolved(String from, String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : (folder(from) + path).split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
