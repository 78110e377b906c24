package io.zhibu.intake;

import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often a text names each of several things; where one name begins with another, the longer one counts. */
final class Mentions {
    private static final int SHORTEST = 2;

    private final Map<Character, List<Name>> names = new HashMap<>();

    private record Name(String text, String key) {}

    /** The words of a vocabulary, by their keys. */
    static Mentions of(Vocabulary vocabulary) {
        Mentions mentions = new Mentions();
        vocabulary
                .words()
                .forEach(word -> vocabulary.namesOf(word.key()).forEach(name -> {
                    mentions.add(name, word.key());
                    mentions.add(name.replaceFirst("（[^（）]*）$", ""), word.key());
                }));
        return mentions;
    }

    /** Entries, by their ids. */
    static Mentions of(List<Known> entries) {
        Mentions mentions = new Mentions();
        entries.forEach(entry -> entry.names().forEach(name -> mentions.add(name, entry.id())));
        return mentions;
    }

    private void add(String name, String key) {
        if (name.length() >= SHORTEST) {
            List<Name> same = names.computeIfAbsent(name.charAt(0), any -> new ArrayList<>());
            same.add(new Name(name, key));
            same.sort(Comparator.comparing((Name one) -> -one.text().length()));
        }
    }

    /** Times by key, in the order of their first place. */
    Map<String, Integer> in(String text) {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (int at = 0; at < text.length(); at++) {
            for (Name name : names.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(name.text(), at)) {
                    times.merge(name.key(), 1, Integer::sum);
                    at += name.text().length() - 1;
                    break;
                }
            }
        }
        return times;
    }
}
