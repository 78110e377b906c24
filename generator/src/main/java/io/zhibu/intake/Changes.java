package io.zhibu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How two texts of one entry differ, block by block.
 *
 * @param added blocks of the second that the first doesn't have
 * @param removed blocks of the first that the second doesn't have
 * @param kept how many both have
 */
public record Changes(List<String> added, List<String> removed, int kept) {
    private static final Pattern HEADER = Pattern.compile("(?s)\\A---\\n.*?\\n---\\n");

    public Changes {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Of what stands below the front matter, which is guessed anew each time. */
    public static Changes between(String before, String after) {
        List<String> old = blocks(before);
        List<String> fresh = blocks(after);
        List<String> added = new ArrayList<>(fresh);
        old.forEach(added::remove);
        List<String> removed = new ArrayList<>(old);
        fresh.forEach(removed::remove);
        return new Changes(added, removed, old.size() - removed.size());
    }

    private static List<String> blocks(String text) {
        String body = HEADER.matcher(text.replace("\r\n", "\n")).replaceFirst("");
        List<String> blocks = new ArrayList<>();
        for (String block : body.split("\n{2,}")) {
            if (!block.isBlank()) {
                blocks.add(block.strip());
            }
        }
        return blocks;
    }

    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty();
    }

    /** Whether the two are about different things: less than a fifth is the same. */
    public boolean isAnother() {
        return kept * 5 < kept + Math.max(added.size(), removed.size());
    }
}
