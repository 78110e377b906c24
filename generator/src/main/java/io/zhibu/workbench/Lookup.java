package io.zhibu.workbench;

import io.zhibu.hanzi.Readings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds names by what is typed: in characters, in pinyin or in its initials. */
final class Lookup {
    private final Readings readings;
    private final Map<String, Sound> sounds = new ConcurrentHashMap<>();

    /**
     * @param whole pinyin without spaces
     * @param initials the first letter of each syllable
     */
    record Sound(String whole, String initials) {}

    Lookup(Map<String, List<String>> readings) {
        this.readings = new Readings(readings);
    }

    Sound sound(String name) {
        return sounds.computeIfAbsent(name, this::spoken);
    }

    private Sound spoken(String name) {
        String han = name.replaceAll("[^\\u4E00-\\u9FFF]", "");
        if (han.isEmpty()) {
            return new Sound("", "");
        }
        List<String> syllables =
                readings.of(han).stream().filter(one -> !one.isEmpty()).toList();
        StringBuilder initials = new StringBuilder();
        syllables.forEach(one -> initials.append(one.charAt(0)));
        return new Sound(String.join("", syllables), initials.toString());
    }

    /** 0 where it begins with what was typed, 1 where it holds it, 2 where it sounds like it; -1 where it doesn't. */
    int rank(String name, String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        String low = name.toLowerCase(Locale.ROOT);
        if (low.startsWith(word)) {
            return 0;
        }
        if (low.contains(word)) {
            return 1;
        }
        boolean letters = word.matches("[a-z]+");
        return letters
                        && (sound(name).initials().contains(word)
                                || sound(name).whole().contains(word))
                ? 2
                : -1;
    }
}
