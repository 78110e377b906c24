package io.zhibu.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What decides where something stands in a list. */
public enum Order {
    /** As somebody put it: the number in the field {@code order} first, then as it came. */
    MANUAL("手工"),
    /** The latest first. */
    DATE("日期"),
    PINYIN("拼音"),
    STROKES("笔画");

    private final String word;

    Order(String word) {
        this.word = word;
    }

    /** What editors call it. */
    public String word() {
        return word;
    }

    public static Optional<Order> named(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Order::word).toList();
    }
}
