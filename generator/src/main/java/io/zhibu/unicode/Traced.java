package io.zhibu.unicode;

import java.util.Arrays;

/** The letters of a text without what nobody sees and with look-alikes as what they look like, each with its place in the text. */
public final class Traced {
    private final String text;
    private final String letters;
    private final int[] places;

    private Traced(String text, String letters, int[] places) {
        this.text = text;
        this.letters = letters;
        this.places = places;
    }

    public static Traced of(String text) {
        if (Spelling.isBare(text)) {
            return new Traced(text, text, new int[0]);
        }
        StringBuilder letters = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            int c = text.codePointAt(at);
            if (!Invisible.is(c)) {
                for (int i = 0; i < Character.charCount(c); i++) {
                    places[letters.length()] = at + i;
                    letters.append(Lookalike.plain(text.charAt(at + i)));
                }
            }
            at += Character.charCount(c) - 1;
        }
        return new Traced(text, letters.toString(), Arrays.copyOf(places, letters.length()));
    }

    public String letters() {
        return letters;
    }

    /** The text that these letters stand in, with what nobody sees between and behind them. */
    public String between(int from, int to) {
        return text.substring(place(from), place(to));
    }

    private int place(int at) {
        if (at == 0) {
            return 0;
        }
        return places.length == 0 ? Math.min(at, text.length()) : at < places.length ? places[at] : text.length();
    }
}
