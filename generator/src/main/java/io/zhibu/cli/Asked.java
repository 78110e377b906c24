package io.zhibu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What readers asked, out of a web server's log or of a list. Keeps neither who asked nor when, and no question with a number that may be
 * somebody's.
 *
 * @param questions how often each was asked, the most frequent first
 * @param lines that were read
 * @param personal questions that were left out for their numbers
 */
record Asked(List<Map.Entry<String, Integer>> questions, int lines, int personal) {
    private static final Pattern LOGGED = Pattern.compile("^\\S+ \\S+ .*?\\[[^\\]]*\\] \"(?<request>.*)$");
    private static final Pattern QUESTION = Pattern.compile("^\\S+ [^\\s\"]*[?&]q=(?<text>[^&\\s\"#]*)");
    private static final Pattern PERSONAL = Pattern.compile("\\d[\\d\\s-]{5,}\\d");
    private static final int LONGEST = 256;

    /** A line of a log in nginx's combined format counts if its request has a {@code q}; any other line is a question. */
    static Asked in(Path file) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        int lines = 0;
        int personal = 0;
        // Half a character in a log is no reason to read nothing of it; a log is too long to be held.
        try (Stream<String> all = lines(file)) {
            for (String line : (Iterable<String>) all::iterator) {
                lines++;
                Optional<String> question = question(line);
                if (question.filter(text -> PERSONAL.matcher(text).find()).isPresent()) {
                    personal++;
                } else {
                    question.ifPresent(text -> counts.merge(text, 1, Integer::sum));
                }
            }
        }
        return new Asked(
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(one -> Map.entry(one.getKey(), one.getValue()))
                        .toList(),
                lines,
                personal);
    }

    private static Stream<String> lines(Path file) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        return reader.lines().onClose(() -> {
            try {
                reader.close();
            } catch (IOException unclosed) {
                throw new UncheckedIOException(unclosed);
            }
        });
    }

    private static Optional<String> question(String line) {
        Matcher logged = LOGGED.matcher(line);
        if (!logged.matches()) {
            return plain(line);
        }
        Matcher found = QUESTION.matcher(logged.group("request"));
        return found.find() ? decoded(found.group("text")).flatMap(Asked::plain) : Optional.empty();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Spellings that differ in blanks and capitals only are one question. */
    private static Optional<String> plain(String text) {
        String plain =
                text.replace("\uFEFF", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.length() > LONGEST ? Optional.empty() : Optional.of(plain);
    }
}
