package io.zhibu.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The browser's programs with short names for variables and properties, each name the same one everywhere, so that no scope matters.
 * What pages that ask know, and what is the browser's, keeps its name: a property is the browser's if the programs never set it up.
 */
final class Shortening {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:\\\\.|[^'\\\\])*'|(?<=[(&|,=?:>]|return ?)/(?:\\\\.|[^/\\\\\\n])+/[a-z]*|[A-Za-z_$][\\w$]*|\\d[\\w.]*|\\s+|.");

    private static final Set<String> KEPT = Set.of(
            ("async await break case catch class const constructor continue default delete do else false finally for function if in"
                            + " instanceof let new null of return super switch this throw true try typeof undefined var void"
                            + " while window document setTimeout clearTimeout")
                    .split(" "));

    /** What {@code generator/docs/search.md} names. */
    private static final Set<String> ASKED = Set.of(
            ("zhibu zhibuSearch zhibuTake zhibuInflate warm query groups rules bare fold tokens flat table facets limit offset counts snippets"
                            + " rerank onFirst total totalExact strict samples strictSamples hits id title uri summary type unit year sample doc score tier stage"
                            + " exact marks summaryMarks snippet text cutBefore cutAfter terms messages code key label values count chosen"
                            + " file retry message to literally wordings absent place called section name anchor complete")
                    .split(" "));

    /** Properties that are ours and, of other things, the browser's. */
    private static final Set<String> SHARED =
            Set.of("add", "all", "every", "from", "length", "onerror", "onload", "size", "some", "src");

    private static final String LETTERS = "etnoriaslcudpmfhgbvwyxkjqzETNORIASLCUDPMFHGBVWYXKJQZ";

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> uses = new LinkedHashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<String> properties = new HashSet<>();
    private final Set<String> own = new HashSet<>();

    private Shortening(String program) {
        Matcher found = TOKEN.matcher(program);
        while (found.find()) {
            tokens.add(found.group());
        }
        Deque<String> open = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if ("([{".contains(token)) {
                // A class's braces follow its name.
                open.push(
                        next(next(at, -1), -1) >= 0
                                        && text(next(next(at, -1), -1)).equals("class")
                                ? "class"
                                : token);
            } else if (")]}".contains(token)) {
                open.pop();
            } else if (isName(token)) {
                uses.merge(token, 1, Integer::sum);
                name(at, open.isEmpty() ? "" : open.peek());
            }
        }
    }

    private void name(int at, String in) {
        String name = tokens.get(at);
        String before = text(next(at, -1));
        String after = text(next(at, 1));
        if (before.equals("class")) {
            classes.add(name);
        }
        boolean listed = in.equals("{") && ("{,".contains(before) && ",}:".contains(after));
        boolean method = in.equals("class") && after.equals("(") && !before.equals(".");
        boolean set = before.equals(".")
                && after.equals("=")
                && !text(next(next(at, 1), 1)).equals("=");
        if (listed || method || before.equals(".")) {
            properties.add(name);
        }
        if (listed || method || set) {
            own.add(name);
        }
    }

    static List<String> shortened(List<String> programs) {
        List<Shortening> all = programs.stream().map(Shortening::new).toList();
        Map<String, Integer> uses = new LinkedHashMap<>();
        Set<String> kept = new HashSet<>(KEPT);
        kept.addAll(ASKED);
        kept.addAll(SHARED);
        kept.add("JSON");
        Set<String> own = new HashSet<>();
        Set<String> classes = new HashSet<>();
        for (Shortening one : all) {
            one.uses.forEach((name, count) -> uses.merge(name, count, Integer::sum));
            own.addAll(one.own);
            classes.addAll(one.classes);
        }
        for (Shortening one : all) {
            one.properties.stream().filter(name -> !own.contains(name)).forEach(kept::add);
        }
        // What begins with a capital and isn't a class or a number of ours is the browser's.
        uses.keySet().stream()
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .filter(name -> !classes.contains(name) && !name.equals(name.toUpperCase(Locale.ROOT)))
                .forEach(kept::add);
        Map<String, String> names = given(uses, kept);
        return all.stream()
                .map(one -> one.tokens.stream()
                        .map(token -> names.getOrDefault(token, token))
                        .collect(Collectors.joining()))
                .toList();
    }

    /** The more often a name is used, the shorter it gets. */
    private static Map<String, String> given(Map<String, Integer> uses, Set<String> kept) {
        Map<String, String> names = new HashMap<>();
        int next = 0;
        for (Map.Entry<String, Integer> name : uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList()) {
            if (!kept.contains(name.getKey())) {
                String given = letters(next++);
                while (kept.contains(given)) {
                    given = letters(next++);
                }
                names.put(name.getKey(), given);
            }
        }
        return names;
    }

    private static String letters(int number) {
        int base = LETTERS.length();
        String last = LETTERS.substring(number % base, number % base + 1);
        return number < base ? last : letters(number / base - 1) + last;
    }

    /** Where the next token is that isn't blank. */
    private int next(int from, int step) {
        int at = from + step;
        while (at >= 0 && at < tokens.size() && tokens.get(at).isBlank()) {
            at += step;
        }
        return at;
    }

    private String text(int at) {
        return at < 0 || at >= tokens.size() ? ";" : tokens.get(at);
    }

    private static boolean isName(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0));
    }
}
