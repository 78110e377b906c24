package io.zhibu.proofread;

/** A quotation mark, a mark of a title or a bracket without its other half. */
final class UnpairedMark implements Rule {
    @Override
    public void look(Script script, Findings findings) {
        for (Pairs.Lone one : script.lone()) {
            if (!one.turned()) {
                boolean open = "“《（(".indexOf(one.mark()) >= 0;
                findings.notice(
                        "unpaired-mark",
                        one.at(),
                        "“" + one.mark() + "”不成对，这一段里没有" + (open ? "收尾" : "开头") + "的那一半",
                        (open ? "在该结束的地方补“" : "在该开始的地方补“") + other(one.mark()) + "”，或删去这一个");
            }
        }
    }

    private static char other(char mark) {
        String pairs = "“”《》（）()";
        return pairs.charAt(pairs.indexOf(mark) ^ 1);
    }
}
