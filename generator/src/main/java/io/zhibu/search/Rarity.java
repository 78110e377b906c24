package io.zhibu.search;

import java.util.List;

/** How much each word of many texts tells of one that says it. */
final class Rarity {
    private static final int SAID = 1000;

    private final int texts;
    private final int[] with = new int[Counted.WORDS];
    /** From a table, which is quicker; of the strict kind, which is the same on every machine. */
    private final double[] logs;

    Rarity(List<Counted> texts) {
        this.texts = texts.size();
        texts.forEach(text -> text.forEach((word, times) -> with[word]++));
        logs = new double[Math.max(SAID, texts.size() + 1) + 1];
        for (int i = 1; i < logs.length; i++) {
            logs[i] = StrictMath.log(i);
        }
    }

    /** Whether more than one text says it. */
    boolean isShared(int word) {
        return with[word] > 1;
    }

    /** The more, the fewer texts say it besides so many that are known to; above 0. */
    double beyond(int word, int known) {
        return logs[texts] - logs[1 + with[word] - known];
    }

    /** The more, the oftener a text says it too, though not so many times more, and the fewer texts say it; above 0. */
    double weight(int word, int times) {
        return (1 + logs[Math.min(times, SAID)]) * (logs[texts + 1] - logs[with[word]]);
    }
}
