package io.zhibu.rulebook;

import io.zhibu.diagnostic.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How grave a rule is, in the words of inspections. */
public enum Level {
    VETO("单项否决", "错误", Optional.of(Severity.ERROR)),
    DEDUCTION("扣分", "警告", Optional.of(Severity.WARNING)),
    REMINDER("提醒", "提示", Optional.of(Severity.NOTICE)),
    OFF("不查", "关", Optional.empty());

    private final String word;
    private final String other;
    private final Optional<Severity> severity;

    Level(String word, String other, Optional<Severity> severity) {
        this.word = word;
        this.other = other;
        this.severity = severity;
    }

    /** As it is written in settings. */
    public String word() {
        return word;
    }

    /** Empty if it isn't looked at. */
    public Optional<Severity> severity() {
        return severity;
    }

    /** By either of its words. */
    static Optional<Level> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word.equals(word) || level.other.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Level::word).toList();
    }
}
