package io.zhibu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is done to one file of the sound site.
 *
 * @param old lines to take out; none for the whole file
 * @param fresh lines to put there
 * @param order {@code charset GBK}, {@code crlf}, {@code gone}, {@code link to …}, {@code unreadable}; empty for none
 */
record Change(String path, String old, String fresh, String order) {
    private static final Pattern ESCAPE =
            Pattern.compile("\\{(?:U\\+(\\p{XDigit}{4,6})|byte (\\p{XDigit}{2})|(\\d+) times ([^}]+))}");
    /** A byte that is no text travels as a character of the private use area. */
    private static final int BYTES = 0xE000;

    void applyTo(Path site) throws IOException {
        Path file = site.resolve(path);
        if (order.equals("gone")) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (order.startsWith("link to ")) {
            Files.createSymbolicLink(file, Path.of(order.substring("link to ".length())));
            return;
        }
        if (!fresh.isEmpty() || !old.isEmpty() || !Files.exists(file)) {
            Files.write(file, bytes(text(file)));
        }
        if (order.equals("unreadable")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        }
    }

    private String text(Path file) throws IOException {
        String spelled = spelled(fresh);
        if (old.isEmpty()) {
            return spelled;
        }
        String before = "\n" + Files.readString(file);
        int at = before.indexOf("\n" + old);
        if (at < 0 || before.indexOf("\n" + old, at + 1) >= 0) {
            throw new IllegalArgumentException("not once in " + path + ": " + old);
        }
        return (before.substring(0, at + 1) + spelled + before.substring(at + 1 + old.length())).substring(1);
    }

    private static String spelled(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String spelled = match.group(1) != null
                    ? Character.toString(Integer.parseInt(match.group(1), 16))
                    : match.group(2) != null
                            ? Character.toString(BYTES + Integer.parseInt(match.group(2), 16))
                            : match.group(4).repeat(Integer.parseInt(match.group(3)));
            return Matcher.quoteReplacement(spelled);
        });
    }

    private byte[] bytes(String text) {
        Charset charset = order.startsWith("charset ")
                ? Charset.forName(order.substring("charset ".length()))
                : StandardCharsets.UTF_8;
        String lines = order.equals("crlf") ? text.replace("\n", "\r\n") : text;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.codePoints().forEach(c -> {
            if (c >= BYTES && c <= BYTES + 0xff) {
                bytes.write(c - BYTES);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(charset));
            }
        });
        return bytes.toByteArray();
    }
}
