package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.unicode.Spelling;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * What a link in the text of a page is meant to lead to.
 *
 * @param written as the editor wrote it
 * @param file for an entry or an asset: its path from the site's root; otherwise empty
 * @param anchor what stands after {@code #}, decoded; empty if nothing does
 */
public record SourceLink(Kind kind, String written, String file, String anchor) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

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
        FOLDER
    }

    /** @param page the one that the link stands on */
    public static SourceLink of(String target, Page page) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String anchor = hash < 0 ? "" : Spelling.bare(decoded(target.substring(hash + 1)));
        if (path.isEmpty()) {
            return new SourceLink(Kind.HERE, target, "", anchor);
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

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String resolved(String from, String path) {
        Deque<String> names = new ArrayDeque<>();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        for (String name : (folder + path).split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
