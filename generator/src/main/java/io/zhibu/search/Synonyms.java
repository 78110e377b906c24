package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.unicode.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which other wordings a wording stands for. Each is folded, without gaps. */
final class Synonyms {
    private final Map<String, Set<String>> others = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private int longest;

    /** @param groups wordings, each with those that it stands for too */
    Synonyms(List<List<String>> groups, Folding folding) {
        for (List<String> group : groups) {
            List<String> folded = group.stream()
                    .map(Spelling::bare)
                    .map(folding::fold)
                    .map(Tokens::flat)
                    .filter(one -> !one.isEmpty() && one.indexOf(' ') < 0)
                    .distinct()
                    .toList();
            if (folded.size() > 1) {
                this.groups.add(folded);
                folded.subList(1, folded.size()).forEach(other -> link(folded.get(0), other));
            }
        }
    }

    private void link(String from, String to) {
        others.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(to);
        longest = Math.max(longest, from.length());
    }

    List<List<String>> groups() {
        return groups;
    }

    /** Where a wording stands that has others. */
    record Span(int from, int to) {
        boolean holds(Tokens.Token token) {
            return from <= token.from() && token.to() <= to;
        }
    }

    /** From the left, each time the longest that begins there. */
    List<Span> spans(String part) {
        List<Span> spans = new ArrayList<>();
        for (int at = 0; at < part.length(); ) {
            int length = lengthAt(part, at);
            if (length > 0) {
                spans.add(new Span(at, at + length));
            }
            at += Math.max(1, length);
        }
        return spans;
    }

    /** How long the longest wording is that begins here; 0 if none does. */
    private int lengthAt(String text, int at) {
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            if (others.containsKey(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    List<String> of(String wording) {
        return List.copyOf(others.getOrDefault(wording, Set.of()));
    }
}
