package io.zhibu.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which official papers number their parts, the widest first. */
enum Ordinal {
    PART("第[一二三四五六七八九十百]{1,4}(?:部分|章|篇)[、：:\\s\u3000]*"),
    HAN("[一二三四五六七八九十]{1,3}[、．][\\s\u3000]*"),
    HAN_IN_BRACKETS("[（(][一二三四五六七八九十]{1,3}[)）][\\s\u3000]*"),
    ARABIC("[0-9０-９]{1,2}(?:[、．]|\\.(?![0-9]))[\\s\u3000]*"),
    ARABIC_IN_BRACKETS("[（(][0-9０-９]{1,2}[)）][\\s\u3000]*");

    private final Pattern begin;

    Ordinal(String begin) {
        this.begin = Pattern.compile(begin);
    }

    /** @param text as it begins */
    static Optional<Ordinal> of(String text) {
        for (Ordinal one : values()) {
            if (one.begin.matcher(text).lookingAt()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** How many characters the number takes. */
    int length(String text) {
        Matcher number = begin.matcher(text);
        return number.lookingAt() ? number.end() : 0;
    }

    /** Whether it is also how people number the items of a list. */
    boolean isListLike() {
        return this == ARABIC || this == ARABIC_IN_BRACKETS;
    }
}
