package io.zhibu.hanzi;

import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which readings of a character words have: a dictionary of characters also lists those that nobody uses, as tai of 大. */
public final class Polyphones {
    private static final String WORDS = "/pinyin_dict_phrase.txt";
    /** A reading counts that one in so many words with the character has. */
    private static final int ONE_IN = 50;

    private final Readings readings;
    private Map<Character, List<String>> used;

    /** @param readings which tell of characters that no word has */
    public Polyphones(Readings readings) {
        this.readings = readings;
    }

    /** Of all words there are: read when a character is asked for. */
    private synchronized Map<Character, List<String>> used() {
        if (used == null) {
            used = read();
        }
        return used;
    }

    private static Map<Character, List<String>> read() {
        try (InputStream in = PinyinHelper.class.getResourceAsStream(WORDS);
                BufferedReader words = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<Character, Map<String, Integer>> said = new HashMap<>();
            Map<String, String> plain = new HashMap<>();
            words.lines().forEach(line -> count(line, said, plain));
            Map<Character, List<String>> used = new HashMap<>();
            said.forEach((c, counts) -> used.put(c, used(counts)));
            return used;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the dictionary's own archive can't be read", unreadable);
        }
    }

    private static void count(String line, Map<Character, Map<String, Integer>> said, Map<String, String> plain) {
        int colon = line.indexOf(':');
        String[] syllables = line.substring(colon + 1).split(" ");
        for (int at = 0; at < colon && colon == syllables.length; at++) {
            said.computeIfAbsent(line.charAt(at), any -> new HashMap<>())
                    .merge(plain.computeIfAbsent(syllables[at], Polyphones::plain), 1, Integer::sum);
        }
    }

    private static String plain(String syllable) {
        return Normalizer.normalize(syllable, Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("[^a-z]", "");
    }

    private static List<String> used(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(one -> one.getValue() * ONE_IN >= all)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The readings of a character, the one that most words have first; ü as v; none if nobody knows. */
    public List<String> of(char c) {
        List<String> found = used().getOrDefault(c, List.of());
        return found.isEmpty() ? listed(c) : found;
    }

    /** One after the other: the dictionary of characters isn't made for several threads. */
    private synchronized List<String> listed(char c) {
        return readings.all(c).stream().limit(1).toList();
    }
}
