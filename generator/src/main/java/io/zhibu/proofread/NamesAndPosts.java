package io.zhibu.proofread;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name beside a post that the site's own table gives to somebody else, or to another time; names in another order than the table's. */
final class NamesAndPosts implements Rule {
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?= ?年)");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；\\r\\n|]");

    private final Map<String, List<Official>> byName = new LinkedHashMap<>();
    private final List<String> posts;
    private final String[] names;
    private final Pattern pairs;
    private final Pattern rows;

    NamesAndPosts(List<Official> officials) {
        officials.forEach(one ->
                byName.computeIfAbsent(one.name(), any -> new ArrayList<>()).add(one));
        // The longest first: of two posts the whole one is meant.
        posts = officials.stream()
                .map(Official::post)
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        String words = words(List.copyOf(byName.keySet()));
        names = byName.keySet().toArray(String[]::new);
        pairs = Pattern.compile(
                byName.isEmpty()
                        ? "(?!)"
                        : "(?<post>" + words(posts) + ")[ 、]?(?<name>" + words + ")|(?<first>" + words
                                + ")(?:同志)?(?:，|任|担任|时任)?(?<then>" + words(posts) + ")");
        rows = Pattern.compile(byName.isEmpty() ? "(?!)" : "(?:" + words + ")(?:、(?:" + words + ")){1,60}");
    }

    private static String words(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has(names)) {
            return;
        }
        String view = script.own();
        for (Matcher found = pairs.matcher(view); found.find(); ) {
            boolean postFirst = found.group("post") != null;
            String name = found.group(postFirst ? "name" : "first");
            String post = found.group(postFirst ? "post" : "then");
            pair(name, post, found.start(), view, findings);
        }
        for (Matcher found = rows.matcher(view); found.find(); ) {
            row(found.group().split("、"), found.start(), findings);
        }
    }

    private void pair(String name, String post, int at, String view, Findings findings) {
        List<Official> held =
                byName.get(name).stream().filter(one -> one.post().equals(post)).toList();
        if (held.isEmpty()) {
            Set<String> own =
                    byName.get(name).stream().map(Official::post).collect(Collectors.toCollection(TreeSet::new));
            findings.notice(
                    "name-and-post",
                    at,
                    "“" + name + "”与“" + post + "”在姓名职务表里对不上",
                    "表里是" + String.join("、", own) + "；核对后改正文，或改 site-config/names 里的表");
            return;
        }
        List<Integer> years = years(view, at);
        boolean then = years.isEmpty()
                || years.stream()
                        .anyMatch(year -> held.stream()
                                .anyMatch(one -> year >= one.from() && (one.to() == 0 || year <= one.to())));
        if (!then) {
            findings.notice(
                    "name-and-post",
                    at,
                    "表里“" + name + "”任“" + post + "”不在 " + years.get(0) + " 年",
                    "核对年份和职务；表在 site-config/names");
        }
    }

    /** Those that the sentence names. */
    private static List<Integer> years(String view, int at) {
        int from = at;
        while (from > 0 && "。；\r\n|".indexOf(view.charAt(from - 1)) < 0) {
            from--;
        }
        Matcher end = SENTENCE_END.matcher(view).region(at, view.length());
        String sentence = view.substring(from, end.find() ? end.start() : view.length());
        return YEAR.matcher(sentence)
                .results()
                .map(year -> Integer.parseInt(year.group(1)))
                .toList();
    }

    private void row(String[] names, int at, Findings findings) {
        int last = 0;
        String before = "";
        for (String name : names) {
            int rank = byName.get(name).stream().mapToInt(Official::rank).max().orElse(0);
            if (rank > 0 && rank < last) {
                findings.notice(
                        "name-order",
                        at,
                        "名单里“" + name + "”排在“" + before + "”后面，与姓名职务表的次序不同",
                        "照表里的次序排；表在 site-config/names");
                return;
            }
            if (rank > 0) {
                last = rank;
                before = name;
            }
        }
    }
}
