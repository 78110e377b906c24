package io.zhibu.proofread;

/** Punctuation of half width in Chinese: between Han, at the end of a line of Han, and brackets around Han. */
final class HalfWidth implements Rule {
    private static final String HALF = ",;:!?";
    private static final String WIDE = "，；：！？";
    private static final String CLOSING = "”’》）」』】";
    private static final String OPENING = "“‘《（「『【";
    private static final int LONGEST = 80;

    @Override
    public void look(Script script, Findings findings) {
        String view = script.prose();
        int bracket = -1;
        int tupleEnd = -1;
        for (int at = 1; at < view.length(); at++) {
            char c = view.charAt(at);
            if (c > '?' || !script.isOwn(at)) {
                continue;
            } else if (c == '(') {
                int end = bracketed(view, at);
                if (end > 0 && isTuple(view, at, end)) {
                    tupleEnd = end;
                } else if (end > 0) {
                    mend(new Mend(at, at + 1, "（"), "(", "（", findings);
                    bracket = end;
                }
            } else if (at == bracket) {
                mend(new Mend(at, at + 1, "）"), ")", "）", findings);
            } else if (c == '.') {
                if (isBehindHan(view, at) && at > 1 && isBehindHan(view, at - 1) && isLast(view, at + 1)) {
                    mend(new Mend(at, at + 1, "。"), ".", "。", findings);
                }
            } else if (at > tupleEnd && HALF.indexOf(c) >= 0 && isBehindHan(view, at)) {
                sign(view, at, findings);
            }
        }
    }

    private static void sign(String view, int at, Findings findings) {
        int next = at + 1 < view.length() && view.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        boolean between =
                next < view.length() && (Han.is(view.charAt(next)) || OPENING.indexOf(view.charAt(next)) >= 0);
        boolean ratio = view.charAt(at) == ':' && isRatio(view, at);
        if (!ratio && (between || isLast(view, at + 1))) {
            int kind = HALF.indexOf(view.charAt(at));
            String wide = WIDE.substring(kind, kind + 1);
            mend(new Mend(at, between ? next : at + 1, wide), HALF.substring(kind, kind + 1), wide, findings);
        }
    }

    /** Or behind a mark that closes behind one. */
    private static boolean isBehindHan(String view, int at) {
        char before = view.charAt(at - 1);
        return Han.is(before) || at > 1 && CLOSING.indexOf(before) >= 0 && Han.is(view.charAt(at - 2));
    }

    private static boolean isLast(String view, int at) {
        int end = at;
        while (end < view.length() && (view.charAt(end) == ' ' || view.charAt(end) == '\t')) {
            end++;
        }
        return end == view.length() || Script.isEnd(view.charAt(end));
    }

    /** Where the bracket closes, if it holds Han and stands beside Han; otherwise -1. */
    private static int bracketed(String view, int at) {
        boolean han = false;
        for (int end = at + 1; end < view.length() && end - at <= LONGEST; end++) {
            char c = view.charAt(end);
            if (c == ')') {
                char before = view.charAt(at - 1);
                char after = end + 1 < view.length() ? view.charAt(end + 1) : ' ';
                boolean beside = Han.is(before) || before == '”' || before == '》' || Han.is(after);
                return han && beside ? end : -1;
            }
            if (c == '(' || c == '（' || c == '）' || c == Script.OUT || Script.isEnd(c)) {
                return -1;
            }
            han |= Han.is(c);
        }
        return -1;
    }

    /** A row of things as in mathematics, (height, width), or marks of a form around the words: neither is punctuation of a sentence. */
    private static boolean isTuple(String view, int from, int to) {
        String within = view.substring(from + 1, to);
        boolean sentence = within.indexOf('，') >= 0 || within.indexOf('。') >= 0 || within.indexOf('、') >= 0;
        return "*~_[".indexOf(within.charAt(0)) >= 0
                || !sentence
                        && (within.contains(", ")
                                || within.chars().filter(c -> c == ',').count() > 1);
    }

    /** Proportions are written with it: 盐:糖=1:2. */
    private static boolean isRatio(String view, int at) {
        String behind = view.substring(at, Math.min(Script.lineEnd(view, at), at + 16));
        return behind.matches("(?s).{1,8}[=＝:：]\\s?[0-9].*");
    }

    private static void mend(Mend mend, String sign, String wide, Findings findings) {
        findings.mendable("half-width-punctuation", mend, "中文里用了半角的“" + sign + "”", "改成全角的“" + wide + "”");
    }
}
