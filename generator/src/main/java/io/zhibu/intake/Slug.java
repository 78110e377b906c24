package io.zhibu.intake;

import io.zhibu.hanzi.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An id from a title: its words in pinyin and small letters. */
final class Slug {
    private static final Pattern WORD = Pattern.compile("[\\u4E00-\\u9FFF]+|[A-Za-z0-9]+");
    private static final int LONGEST = 40;
    private static final int SHORTEST = 3;

    private final Readings readings;

    Slug(Readings readings) {
        this.readings = readings;
    }

    /** At least three characters, at most forty. */
    String of(String title) {
        List<String> parts = new ArrayList<>();
        Matcher word = WORD.matcher(title);
        while (word.find()) {
            boolean han = word.group().charAt(0) >= 0x4E00;
            parts.addAll(han ? readings.of(word.group()) : List.of(word.group().toLowerCase(Locale.ROOT)));
        }
        StringBuilder slug = new StringBuilder();
        for (String part : parts) {
            if (part.isEmpty() || slug.length() + part.length() + 1 > LONGEST) {
                continue;
            }
            slug.append(slug.isEmpty() ? "" : "-").append(part);
        }
        return slug.length() < SHORTEST ? "tiaomu" + (slug.isEmpty() ? "" : "-" + slug) : slug.toString();
    }
}
