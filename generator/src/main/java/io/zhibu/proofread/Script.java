package io.zhibu.proofread;

import io.zhibu.diagnostic.Where;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text as it was typed, and of each of its characters what it is. Views of it are as long as it is, so that places in them are its own. */
final class Script {
    /** Stands in a view for what is left out of it: no letter, no digit, no blank and no sign. */
    static final char OUT = '\uFFFC';

    /** What a character is. */
    enum Part {
        PROSE,
        /** The value of a field. */
        VALUE,
        /** Signs and words of the form: keys of fields, marks of Markdown. */
        FORM,
        CODE,
        /** Where a link or a picture leads. */
        TARGET,
        TAG,
        /** A note between {@code <!--} and {@code -->}, or behind a number sign in a header. */
        NOTE
    }

    private final String text;
    private final Part[] parts;
    private final boolean[] quoted;
    private final Where where;
    private final String holder;
    private final int[] lines;
    private final String published;
    private final String half;
    private final String prose;
    private final String own;
    private final boolean numbered;
    /** A bit for each character that stands in the text. */
    private final long[] present = new long[1 << 10];

    private List<Pairs.Lone> lone;

    private Script(String text, Part[] parts, boolean[] quoted, Where where, String holder) {
        this.text = text;
        this.parts = parts;
        this.quoted = quoted;
        char[] chars = text.toCharArray();
        for (char c : chars) {
            present[c >> 6] |= 1L << c;
        }
        this.where = where;
        this.holder = holder;
        this.lines = lineStarts(chars);
        this.published = view(chars, EnumSet.of(Part.PROSE, Part.VALUE, Part.CODE, Part.TAG), true);
        this.half = Digits.half(published);
        this.numbered = Digits.isNumbered(half);
        this.prose = view(chars, EnumSet.of(Part.PROSE, Part.VALUE), true);
        this.own = view(chars, EnumSet.of(Part.PROSE, Part.VALUE), false);
    }

    /**
     * The source of an entry.
     *
     * @param text without a byte order mark; lines may end in any way
     */
    static Script ofEntry(String text, Where file) {
        Part[] parts = new Part[text.length()];
        boolean[] quoted = new boolean[text.length()];
        new Dissecting(text, parts, quoted).dissect();
        return new Script(text, parts, quoted, file, "");
    }

    /**
     * Words that have no place of their own: a file's name, or what stands in a file that editors don't see as text.
     *
     * @param where the place that leads to them
     * @param holder what holds them, as a message begins with it
     */
    static Script ofWords(String text, Where where, String holder) {
        Part[] parts = new Part[text.length()];
        Arrays.fill(parts, Part.PROSE);
        return new Script(text, parts, new boolean[text.length()], where, holder);
    }

    String text() {
        return text;
    }

    /** All that readers get to see, code and quotations too. */
    String published() {
        return published;
    }

    /** The same, with digits and letters of half width for those of full width. */
    String half() {
        return half;
    }

    /** Numbers of this form in its {@linkplain #half() narrow} text; most texts hold none long enough to be somebody's. */
    List<MatchResult> numbers(Pattern form) {
        return numbered ? form.matcher(half).results().toList() : List.of();
    }

    /** The marks in its prose that lack their other half; looked for once. */
    List<Pairs.Lone> lone() {
        if (lone == null) {
            lone = Pairs.lone(prose);
        }
        return lone;
    }

    /** Whether one of the words stands anywhere in the text: a quick look before a slow one. */
    boolean has(String... words) {
        for (String word : words) {
            if (mayHave(word) && text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of its letters stand somewhere in the text. */
    private boolean mayHave(String word) {
        boolean all = true;
        for (int at = 0; all && at < word.length(); at++) {
            char c = word.charAt(at);
            all = (present[c >> 6] & 1L << c) != 0;
        }
        return all;
    }

    /** Calls with the start of every line of the view that isn't longer than this. */
    static void eachLine(String view, int longest, IntConsumer start) {
        for (int from = 0; from < view.length(); ) {
            int end = lineEnd(view, from);
            if (end - from <= longest) {
                start.accept(from);
            }
            from = end + 1;
        }
    }

    /** What somebody wrote: without code, tags and the signs of the form. */
    String prose() {
        return prose;
    }

    /** The same without what stands between quotation marks or is quoted as a block. */
    String own() {
        return own;
    }

    boolean isNote(int at) {
        return parts[at] == Part.NOTE;
    }

    boolean isField(int at) {
        return parts[at] == Part.VALUE;
    }

    /** Whether a change there can't hurt: in the writer's own prose. */
    boolean isOwn(int at) {
        return own.charAt(at) != OUT;
    }

    /** What a message begins with; empty where the place says all. */
    String holder() {
        return holder;
    }

    Where where(int at) {
        if (!holder.isEmpty()) {
            return where;
        }
        int line = Arrays.binarySearch(lines, at);
        line = line < 0 ? -line - 2 : line;
        return where.at(line + 1, text.codePointCount(lines[line], at) + 1);
    }

    /** The line that holds this place, as in the view, without its end. */
    static String line(String view, int at) {
        return view.substring(lineStart(view, at), lineEnd(view, at));
    }

    static int lineStart(String view, int at) {
        int start = at;
        while (start > 0 && !isEnd(view.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    static int lineEnd(String view, int at) {
        int end = at;
        while (end < view.length() && !isEnd(view.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private String view(char[] chars, Set<Part> kept, boolean quotations) {
        int bits = 0;
        for (Part part : kept) {
            bits |= 1 << part.ordinal();
        }
        char[] view = new char[chars.length];
        boolean whole = true;
        for (int at = 0; at < view.length; at++) {
            char c = chars[at];
            boolean shown = isEnd(c) || (bits >> parts[at].ordinal() & 1) == 1 && (quotations || !quoted[at]);
            view[at] = shown ? c : OUT;
            whole &= shown;
        }
        return whole ? text : new String(view);
    }

    private static int[] lineStarts(char[] text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = 0; at < text.length; at++) {
            char c = text[at];
            if (c == '\n' || c == '\r' && (at + 1 == text.length || text[at + 1] != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = at + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
