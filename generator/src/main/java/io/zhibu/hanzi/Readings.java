package io.zhibu.hanzi;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How characters are read: in pinyin of ASCII letters without tones, ü as v. The site's own words come first, then people's names, then
 * the words that the dictionary reads wrong, then the dictionary.
 */
public final class Readings {
    private final Map<String, List<String>> words = new HashMap<>();
    private final Surnames surnames = new Surnames();
    private int longest;

    /** @param words that the site reads in its own way, each with one syllable a character */
    public Readings(Map<String, List<String>> words) {
        Table.named("readings.txt").rows().forEach(row -> add(row.get(0), row.subList(1, row.size())));
        words.forEach(this::add);
    }

    private void add(String word, List<String> syllables) {
        if (word.length() == syllables.size()) {
            words.put(word, List.copyOf(syllables));
            longest = Math.max(longest, word.length());
        }
    }

    /** These readings, and the names of people with their family names read right. */
    public Readings withPeople(List<String> names) {
        Map<String, List<String>> more = new HashMap<>();
        for (String name : names) {
            if (isHan(name)) {
                more.put(name, person(name));
            }
        }
        more.putAll(words);
        return new Readings(more);
    }

    /** The syllables of a person's name. */
    public List<String> person(String name) {
        List<String> syllables = new ArrayList<>(of(name));
        if (!words.containsKey(name)) {
            surnames.of(name).ifPresent(family -> {
                for (int i = 0; i < family.size(); i++) {
                    syllables.set(i, family.get(i));
                }
            });
        }
        return syllables;
    }

    /** One syllable for each character of a run of Chinese characters. */
    public List<String> of(String run) {
        List<String> syllables = new ArrayList<>();
        int plain = 0;
        for (int i = 0; i < run.length(); ) {
            int length = known(run, i);
            if (length == 0) {
                i++;
                continue;
            }
            dictionary(run.substring(plain, i), syllables);
            syllables.addAll(words.get(run.substring(i, i + length)));
            i += length;
            plain = i;
        }
        dictionary(run.substring(plain), syllables);
        return syllables;
    }

    private int known(String run, int at) {
        for (int length = Math.min(longest, run.length() - at); length > 0; length--) {
            if (words.containsKey(run.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private static void dictionary(String run, List<String> syllables) {
        if (run.isEmpty()) {
            return;
        }
        String[] found = PinyinHelper.toPinyin(run, PinyinStyleEnum.NORMAL, " ").split(" ");
        for (int i = 0; i < run.length(); i++) {
            // Where the dictionary has no reading it answers with the character or with nothing to count by.
            String syllable = found.length == run.length() ? found[i] : first(run.charAt(i));
            syllables.add(ascii(syllable));
        }
    }

    private static String first(char c) {
        List<String> all = PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL);
        return all == null || all.isEmpty() ? "" : all.get(0);
    }

    /** Every reading of one character, the commonest first. */
    public List<String> all(char c) {
        Set<String> syllables = new LinkedHashSet<>();
        List<String> found = PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL);
        if (found != null) {
            found.forEach(one -> syllables.add(ascii(one)));
        }
        syllables.remove("");
        return List.copyOf(syllables);
    }

    private static String ascii(String syllable) {
        String plain = syllable.replace('ü', 'v');
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) < 'a' || plain.charAt(i) > 'z') {
                return "";
            }
        }
        return plain;
    }

    private static boolean isHan(String name) {
        return name.length() >= 2 && name.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
    }
}
