package io.zhibu.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a folded text, as Lucene takes them. Cuts as {@link Tokens} does, but makes no text of each word. */
final class CutWords extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String text;
    private int run;
    private int runEnd;
    private int here;
    private int next;

    CutWords(String folded) {
        this.text = folded;
    }

    @Override
    public void reset() {
        run = 0;
        runEnd = 0;
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        while (next >= runEnd) {
            run = runEnd;
            if (run == text.length()) {
                return false;
            }
            runEnd = Tokens.runEnd(text, run);
            Tokens.Kind kind = Tokens.kind(text, run);
            here = run;
            next = kind == Tokens.Kind.HAN ? run + Tokens.units(text, run) : runEnd;
            if (kind != Tokens.Kind.GAP && next == runEnd) {
                return take(run, runEnd);
            }
        }
        int from = here;
        here = next;
        next += Tokens.units(text, next);
        return take(from, next);
    }

    private boolean take(int from, int to) {
        clearAttributes();
        term.setEmpty().append(text, from, Math.min(to, from + Index.LONGEST));
        return true;
    }
}
