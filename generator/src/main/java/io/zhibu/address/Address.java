package io.zhibu.address;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where one file of the site stands, below the site's root. It always names a file: on {@code file://} a folder shows a listing, not its
 * index. It does not know the host, nor the folder that the site is published under.
 *
 * @param path names of folders and at last of the file, joined by {@code /}, as they stand on disk: {@code work-method/三问/index.html}
 */
public record Address(String path) implements Comparable<Address> {
    private static final String UNRESERVED = "-._~!$'()*,;:@=";

    public Address {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not the address of a file: \"" + path + "\"");
        }
        if (path.contains("//") || path.contains("/.") || path.startsWith(".")) {
            for (String segment : path.split("/", -1)) {
                if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                    throw new IllegalArgumentException("not the address of a file: \"" + path + "\"");
                }
            }
        }
    }

    /** The address made of these names, each spelt so that every file system and web server takes it. */
    public static Address of(List<String> folders, String file) {
        StringBuilder path = new StringBuilder();
        for (String folder : folders) {
            path.append(Segment.of(folder)).append('/');
        }
        return new Address(path.append(Segment.of(file)).toString());
    }

    /** The address made of these names as they are, each spelt only where some system would refuse it. */
    public static Address kept(List<String> folders, String file) {
        StringBuilder path = new StringBuilder();
        for (String folder : folders) {
            path.append(Segment.kept(folder)).append('/');
        }
        return new Address(path.append(Segment.kept(file)).toString());
    }

    /** {@code folders…/index.html}: the page of a folder. */
    public static Address page(String... folders) {
        return of(List.of(folders), "index.html");
    }

    /** The folder that this file stands in, with a slash at its end; empty at the root. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** A file beside this one. */
    public Address sibling(String name) {
        return new Address(folder() + Segment.of(name));
    }

    /** As written in a link from the root: percent-encoded, with forward slashes. */
    public String link() {
        return encode(path);
    }

    /** {@code ../} as often as it takes to come from this page to the root. */
    public String root() {
        int depth = 0;
        for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
            depth++;
        }
        return "../".repeat(depth);
    }

    /** As written in a link on this page to the other one. */
    public String linkTo(Address other) {
        int common = common(other);
        String rest = encode(other.path.substring(common));
        // A first name with a colon would be read as a scheme.
        String here = common == folder().length()
                        && rest.substring(0, rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/'))
                                .contains(":")
                ? "./"
                : "";
        return here + up(common) + rest;
    }

    /** As a person writes the way from the folder of this file to the other one, nothing encoded. */
    public String pathTo(Address other) {
        int common = common(other);
        return up(common) + other.path.substring(common);
    }

    /** How many characters of the path the folders take up that both stand in. */
    private int common(Address other) {
        String from = folder();
        int common = 0;
        for (int slash = from.indexOf('/');
                slash >= 0 && other.path.startsWith(from.substring(0, slash + 1));
                slash = from.indexOf('/', slash + 1)) {
            common = slash + 1;
        }
        return common;
    }

    private String up(int common) {
        long up = folder().substring(common).chars().filter(c -> c == '/').count();
        return "../".repeat((int) up);
    }

    /**
     * Equal for two addresses that some file system would take for one: Windows' ignores case, macOS' also whether an accent is a character
     * of its own.
     */
    public String collisionKey() {
        String key = decomposed(path).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        // A capital letter may come apart where the small one didn't.
        return decomposed(key);
    }

    private static String decomposed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    /** The first name in it that no file system takes. */
    public Optional<String> tooLong() {
        return Arrays.stream(path.split("/")).filter(Segment::isTooLong).findFirst();
    }

    @Override
    public int compareTo(Address other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }

    private static String encode(String path) {
        int plain = 0;
        while (plain < path.length() && isPlain(path.charAt(plain))) {
            plain++;
        }
        if (plain == path.length()) {
            return path;
        }
        StringBuilder link = new StringBuilder(path.length() + 32).append(path, 0, plain);
        for (byte b : path.substring(plain).getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && isPlain((char) b)) {
                link.append((char) b);
            } else {
                link.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
                link.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return link.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '/' && c <= '9'
                || c < 0x80 && UNRESERVED.indexOf(c) >= 0;
    }
}
