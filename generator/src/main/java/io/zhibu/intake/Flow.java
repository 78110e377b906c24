package io.zhibu.intake;

import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Span;
import io.zhibu.docx.Span.Face;
import io.zhibu.unicode.Forbidden;
import io.zhibu.unicode.Lookalike;
import io.zhibu.unicode.Spelling;
import io.zhibu.unicode.Writing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The letters of one paragraph, each with how it looks, cleaned of what typing in Word leaves behind. */
final class Flow {
    /** Stands for a picture, a note or a line break. */
    static final char OBJECT = '\u0001';

    private static final String HALF = ",:;?!";
    private static final String FULL = "，：；？！";

    /**
     * @param span what it came from: its face and its link, or the object itself
     */
    record Letter(int code, Span span) {}

    private final List<Letter> letters = new ArrayList<>();
    private int dropped;
    private int widened;

    static Flow of(List<Span> spans) {
        Flow flow = new Flow();
        for (Span span : spans) {
            if (span instanceof Span.Words words) {
                flow.take(words);
            } else {
                flow.letters.add(new Letter(OBJECT, span));
            }
        }
        flow.widen();
        flow.trim();
        return flow;
    }

    static Flow of(Paragraph paragraph) {
        return of(paragraph.spans());
    }

    List<Letter> letters() {
        return letters;
    }

    /** How many signs of picture fonts were left out. */
    int dropped() {
        return dropped;
    }

    /** How many signs of half width were made full. */
    int widened() {
        return widened;
    }

    /** Its words, without objects; a line break is a blank. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Letter letter : letters) {
            if (letter.code() != OBJECT) {
                text.appendCodePoint(letter.code());
            } else if (letter.span() instanceof Span.LineBreak) {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }

    private void take(Span.Words words) {
        Spelling.bare(words.text()).codePoints().forEach(c -> {
            if (c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000) {
                dropped++;
            } else if (c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F || c >= 0x2000 && c <= 0x200A) {
                letters.add(new Letter(' ', words));
            } else if (!Forbidden.is(c)) {
                letters.add(new Letter(c <= 0xFFFF ? Lookalike.plain((char) c) : c, words));
            }
        });
    }

    private int code(int at) {
        return at < 0 || at >= letters.size() ? 0 : letters.get(at).code();
    }

    private boolean isChinese(int at) {
        return Writing.isChinese(code(at));
    }

    /** Nothing but what ends a line, or another sign that closes. */
    private boolean isEnd(int at) {
        return code(at) == 0 || code(at) == OBJECT || code(at) == ')' || code(at) == '"';
    }

    /** Half-width punctuation that stands in Chinese. */
    private void widen() {
        Deque<Integer> brackets = new ArrayDeque<>();
        List<Integer> quotes = new ArrayList<>();
        for (int at = 0; at < letters.size(); at++) {
            int c = code(at);
            boolean linked = letters.get(at).span() instanceof Span.Words words
                    && words.link().isPresent();
            if (linked) {
                continue;
            }
            int sign = HALF.indexOf(c);
            if (sign >= 0 && isChinese(at - 1) && (isChinese(at + 1) || isEnd(at + 1) || isBeforeChinese(at))) {
                set(at, FULL.charAt(sign));
            } else if (c == '.' && isHan(at - 1) && (isHan(at + 1) || code(at + 1) == 0)) {
                set(at, '。');
            } else if (c == '(') {
                brackets.push(at);
            } else if (c == ')' && !brackets.isEmpty()) {
                int open = brackets.pop();
                if (isChinese(open - 1) && (isChinese(open + 1) || isChinese(at - 1))
                        || isChinese(open + 1) && isChinese(at - 1)) {
                    set(open, '（');
                    set(at, '）');
                }
            } else if (c == '"') {
                quotes.add(at);
            }
        }
        if (quotes.size() % 2 == 0) {
            for (int i = 0; i < quotes.size(); i += 2) {
                int open = quotes.get(i);
                int close = quotes.get(i + 1);
                if (isChinese(open + 1) || isChinese(close - 1)) {
                    set(open, '“');
                    set(close, '”');
                }
            }
        }
    }

    /** A blank that was typed after the sign, as after a comma in English. */
    private boolean isBeforeChinese(int at) {
        return code(at + 1) == ' ' && isChinese(at + 2);
    }

    private boolean isHan(int at) {
        return Character.isIdeographic(code(at));
    }

    private void set(int at, char c) {
        letters.set(at, new Letter(c, letters.get(at).span()));
        widened++;
    }

    /** No blanks at the ends, none twice, none after Chinese punctuation. */
    private void trim() {
        List<Letter> kept = new ArrayList<>();
        for (Letter letter : letters) {
            boolean blank = letter.code() == ' ' || letter.code() == 0x3000;
            int before = kept.isEmpty() ? OBJECT : kept.get(kept.size() - 1).code();
            boolean broken = before == OBJECT
                    && (kept.isEmpty() || kept.get(kept.size() - 1).span() instanceof Span.LineBreak);
            if (!blank || !broken && before != ' ' && before != 0x3000 && "，。；：？！、".indexOf(before) < 0) {
                kept.add(letter);
            }
        }
        while (!kept.isEmpty() && isBlank(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        letters.clear();
        letters.addAll(kept);
    }

    private static boolean isBlank(Letter letter) {
        return letter.code() == ' ' || letter.code() == 0x3000 || letter.span() instanceof Span.LineBreak;
    }

    /** Takes so many letters from the beginning away. */
    void cut(int count) {
        letters.subList(0, Math.min(count, letters.size())).clear();
        trim();
    }

    /** How the words look where a letter of theirs stands; empty for an object. */
    static Optional<Face> face(Letter letter) {
        return letter.span() instanceof Span.Words words ? Optional.of(words.face()) : Optional.empty();
    }

    static Optional<String> link(Letter letter) {
        return letter.span() instanceof Span.Words words ? words.link() : Optional.empty();
    }
}
