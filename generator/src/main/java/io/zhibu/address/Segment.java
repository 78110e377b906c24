package io.zhibu.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spells any name as one folder or file name that Linux, Windows, zip files and web servers all take, readable where the name is, and
 * back. Two names get one spelling only if they are the same text in Unicode's composed form.
 */
public final class Segment {
    /** Bytes of one name that file systems take. */
    public static final int LONGEST = 255;

    private static final int SHOWN = 20;
    private static final String REFUSED = "<>:\"/\\|?*#%~ ";
    private static final String KEPT = " #%~";
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");
    private static final Pattern PORT = Pattern.compile("(com|lpt)[0-9¹²³]");

    private Segment() {}

    /** The name with each character that some system refuses as {@code ~} and two hexadecimal digits for each byte of its UTF-8. */
    public static String of(String name) {
        String composed = Normalizer.isNormalized(name, Normalizer.Form.NFC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFC);
        if (composed.isEmpty()) {
            throw new IllegalArgumentException("an empty name has no address");
        }
        int last = composed.length() - 1;
        StringBuilder spelt = new StringBuilder(composed.length());
        boolean escaped = false;
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int c = composed.codePointAt(i);
            // An accent would go with the last digit of an escape wherever a file system composes names.
            escaped = isRefused(c) || i == 0 && (c == '.' || c == '-') || escaped && isMark(c);
            if (escaped) {
                escape(spelt, c);
            } else {
                spelt.appendCodePoint(c);
            }
        }
        // Windows drops a dot at the end of a name, and takes aux.txt for the device aux.
        if (composed.charAt(last) == '.' && spelt.charAt(spelt.length() - 1) == '.') {
            spelt.setLength(spelt.length() - 1);
            escape(spelt, '.');
        }
        return isReserved(composed) ? escapedFirst(spelt) : spelt.toString();
    }

    /**
     * The name as it is where every system takes it, signs and spaces included; else as {@link #of} spells it. For files whose names others
     * chose and that others link to.
     */
    public static String kept(String name) {
        boolean harmless = !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !isReserved(name)
                && name.charAt(name.length() - 1) != '.'
                && name.strip().length() == name.length()
                && name.codePoints().allMatch(c -> KEPT.indexOf(c) >= 0 || !isRefused(c));
        return harmless ? name : of(name);
    }

    /** The name that {@link #of} spelt so. */
    public static String name(String segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] spelt = segment.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < spelt.length; i++) {
            if (spelt[i] == '~' && i + 2 < spelt.length) {
                bytes.write(Integer.parseInt(new String(spelt, i + 1, 2, StandardCharsets.US_ASCII), 16));
                i += 2;
            } else {
                bytes.write(spelt[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public static int bytes(String segment) {
        return segment.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether no file system takes the name, however harmless its signs. */
    public static boolean isTooLong(String segment) {
        return segment.length() > LONGEST / 3 && bytes(segment) > LONGEST;
    }

    /** As much of a long name as tells it from others. */
    public static String shown(String name) {
        return name.codePointCount(0, name.length()) <= SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHOWN)) + "……";
    }

    private static boolean isRefused(int c) {
        int type = Character.getType(c);
        return REFUSED.indexOf(c) >= 0
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return RESERVED.contains(stem) || PORT.matcher(stem).matches();
    }

    private static String escapedFirst(StringBuilder spelt) {
        if (spelt.charAt(0) == '~') {
            // A space before the name of a device is spelt otherwise already, and no system strips that.
            return spelt.toString();
        }
        StringBuilder safe = new StringBuilder();
        escape(safe, spelt.codePointAt(0));
        return safe.append(spelt, Character.charCount(spelt.codePointAt(0)), spelt.length())
                .toString();
    }

    private static void escape(StringBuilder spelt, int c) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            spelt.append('~').append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
    }
}
