package io.zhibu.proofread;

/** Quotation marks of which one is turned the wrong way. */
final class QuoteDirection implements Rule {
    @Override
    public void look(Script script, Findings findings) {
        int before = -1;
        for (Pairs.Lone one : script.lone()) {
            if (one.turned()) {
                before++;
                char right = before % 2 == 0 ? '“' : '”';
                if (one.mark() != right) {
                    findings.notice(
                            "quote-direction",
                            one.at(),
                            "引号方向反了，这里该是" + (right == '“' ? "左" : "右") + "引号",
                            "改成“" + right + "”");
                }
            }
        }
    }
}
