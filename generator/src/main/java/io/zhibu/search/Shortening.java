package io.zhibu.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser's program with short names for its variables, each name the same one everywhere, so that no scope matters. A name that
 * anywhere stands for a property or for something of the browser's keeps its length.
 */
final class Shortening {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:\\\\.|[^'\\\\])*'|(?<=[(&|,=?:>]|return ?)/(?:\\\\.|[^/\\\\\\n])+/[a-z]*|[A-Za-z_$][\\w$]*|\\d[\\w.]*|\\s+|.");

    private static final Set<String> KEPT = Set.of(
            ("async await break case catch class const constructor continue default delete do else false finally for function if in"
                            + " instanceof let new null of return super switch this throw true try typeof undefined var void"
                            + " while window document setTimeout clearTimeout")
                    .split(" "));

    private static final String LETTERS = "etnoriaslcudpmfhgbvwyxkjqzETNORIASLCUDPMFHGBVWYXKJQZ";

    private final List<String> tokens = new ArrayList<>();

    private Shortening(String program) {
        Matcher found = TOKEN.matcher(program);
        while (found.find()) {
            tokens.add(found.group());
        }
    }

    static String shortened(String program) {
        Shortening shortening = new Shortening(program);
        Map<String, String> names = shortening.names();
        StringBuilder out = new StringBuilder(program.length());
        shortening.tokens.forEach(token -> out.append(names.getOrDefault(token, token)));
        return out.toString();
    }

    private Map<String, String> names() {
        Map<String, Integer> uses = new LinkedHashMap<>();
        Set<String> kept = new HashSet<>(KEPT);
        List<String> open = new ArrayList<>();
        Set<String> declared = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if ("([{".contains(token)) {
                open.add(token);
            } else if (")]}".contains(token)) {
                open.remove(open.size() - 1);
            } else if (isName(token)) {
                uses.merge(token, 1, Integer::sum);
                String before = next(at, -1);
                String after = next(at, 1);
                boolean inBraces = !open.isEmpty() && open.get(open.size() - 1).equals("{");
                boolean listed = "{,".contains(before) && ",}".contains(after);
                if (before.equals(".") || inBraces && (listed || "{,".contains(before) && after.equals(":"))) {
                    kept.add(token);
                }
                if (before.equals("class")) {
                    declared.add(token);
                }
            }
        }
        // What begins with a capital and isn't a class or a number of ours is the browser's.
        uses.keySet().stream()
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .filter(name -> !declared.contains(name) && !name.equals(name.toUpperCase(java.util.Locale.ROOT)))
                .forEach(kept::add);
        kept.add("JSON");
        return given(uses, kept);
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

    private String next(int from, int step) {
        int at = from + step;
        while (at >= 0 && at < tokens.size() && tokens.get(at).isBlank()) {
            at += step;
        }
        return at < 0 || at >= tokens.size() ? ";" : tokens.get(at);
    }

    private static boolean isName(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0));
    }
}
