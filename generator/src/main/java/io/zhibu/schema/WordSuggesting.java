package io.zhibu.schema;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Sounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an editor is told who wrote a value that is no word of its vocabulary. One letter more or less is a slip, another letter another
 * body: 水政局 and 水文局 are as near as two names can be, and nobody means the one by the other. What many entries have wrong in the same
 * way is looked for once. Used by one thread.
 */
public final class WordSuggesting {
    /** No name is longer. */
    private static final int LONGEST = 60;

    private static final int MOST = 3;
    /** Fewer letters are the initials of anything. */
    private static final int SHORTEST_END = 4;

    private static final int FEW_WORDS = 12;
    /** The program itself knows what these words mean: nobody can add one. */
    private static final Set<String> CLOSED = Set.of("status", "access");

    private static final Pattern HAN = Pattern.compile("[\\p{IsIdeographic}&&[\\x{3400}-\\x{FFFF}]]+");

    private final Map<String, String> hints = new HashMap<>();
    private final Map<Vocabulary, List<Name>> known = new IdentityHashMap<>();
    private Folding folding;
    private Sounds sounds;

    /** One of the names of a word, as it is compared. */
    private record Name(String folded, Vocabulary.Word word) {}

    public String hint(String value, Vocabulary vocabulary) {
        return hints.computeIfAbsent(vocabulary.key() + "\n" + value, any -> made(value.strip(), vocabulary));
    }

    private String made(String value, Vocabulary vocabulary) {
        if (value.length() > LONGEST) {
            return "这里只写一个词；可用的词见 " + file(vocabulary);
        }
        List<String> near = near(value, vocabulary);
        if (!near.isEmpty()) {
            String last = near.get(near.size() - 1);
            String first = near.stream()
                    .limit(near.size() - 1L)
                    .map(one -> "“" + one + "”")
                    .collect(Collectors.joining("、"));
            return "是" + first + (first.isEmpty() ? "" : "还是") + "“" + last + "”吗？";
        }
        List<Vocabulary.Word> words = vocabulary.words();
        String there = words.size() > FEW_WORDS
                ? ""
                : "可用的有：" + words.stream().map(Vocabulary.Word::label).collect(Collectors.joining("、"));
        if (CLOSED.contains(vocabulary.key())) {
            return there;
        }
        return there + (there.isEmpty() ? "" : "；都不是，就") + adding(value, vocabulary);
    }

    /** Labels of the words that may be meant, the likeliest first; a key, where keys are what was written. */
    private List<String> near(String value, Vocabulary vocabulary) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (folding == null) {
            folding = new Folding();
            sounds = new Sounds();
        }
        String folded = folding.fold(value);
        List<Name> names = known.computeIfAbsent(vocabulary, this::names);
        List<Name> begins = names.stream()
                .filter(name -> folded.length() > name.folded().length() + 1 && folded.startsWith(name.folded()))
                .toList();
        Set<String> otherwise = otherwise(folded, begins, vocabulary);
        boolean tree =
                vocabulary.words().stream().anyMatch(word -> word.parent().isPresent());
        List<BiPredicate<String, Name>> ways = List.of(
                (written, name) -> written.equals(name.folded()) || otherwise.contains(name.folded()),
                (written, name) -> sounds.alike(written, name.folded()),
                WordSuggesting::isSlip,
                (written, name) -> isPart(written, name, tree) || isBrief(written, name),
                (written, name) -> isPartBelow(written, name, begins, vocabulary));
        for (BiPredicate<String, Name> way : ways) {
            List<String> found = found(folded, names, way);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return folded.matches("[a-z0-9 '-]+") ? typed(folded, names, vocabulary) : List.of();
    }

    private List<Name> names(Vocabulary vocabulary) {
        List<Name> names = new ArrayList<>();
        vocabulary
                .words()
                .forEach(word ->
                        vocabulary.namesOf(word.key()).forEach(name -> names.add(new Name(folding.fold(name), word))));
        return names;
    }

    private static List<String> found(String written, List<Name> names, BiPredicate<String, Name> way) {
        return names.stream()
                .filter(name -> way.test(written, name))
                .sorted(Comparator.<Name>comparingInt(
                                name -> Math.abs(name.folded().length() - written.length()))
                        .thenComparing(Name::folded))
                .map(name -> name.word().label())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The value with every other name of a word that it begins with: 长委防御局 is 长江委防御局. */
    private Set<String> otherwise(String written, List<Name> begins, Vocabulary vocabulary) {
        Set<String> otherwise = new HashSet<>();
        for (Name name : begins) {
            String rest = written.substring(name.folded().length());
            vocabulary.namesOf(name.word().key()).forEach(other -> otherwise.add(folding.fold(other) + rest));
        }
        return otherwise;
    }

    /** One letter more, one less, or two neighbours the wrong way round. */
    private static boolean isSlip(String written, Name name) {
        String one = written;
        String other = name.folded();
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 2 || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() == other.length()) {
            return same + 1 < shorter
                    && one.charAt(same) == other.charAt(same + 1)
                    && one.charAt(same + 1) == other.charAt(same)
                    && one.substring(same + 2).equals(other.substring(same + 2));
        }
        String longer = one.length() > other.length() ? one : other;
        return shorter > 2 && longer.substring(same + 1).equals((longer == one ? other : one).substring(same));
    }

    /**
     * One holds the other.
     *
     * @param tree in a tree of bodies a name begins with that of the body above: only its end tells which one it is
     */
    private static boolean isPart(String written, Name name, boolean tree) {
        String other = name.folded();
        return other.length() >= 2 && (tree ? written.endsWith(other) : written.contains(other))
                || written.length() >= 2 && other.contains(written)
                || other.length() * 3 >= written.length() * 2 && written.contains(other);
    }

    /** Behind the name of what is above it stands a part of its own. */
    private static boolean isPartBelow(String written, Name name, List<Name> begins, Vocabulary vocabulary) {
        return begins.stream()
                .filter(above -> above.word() != name.word()
                        && name.folded()
                                .contains(written.substring(above.folded().length())))
                .anyMatch(above -> vocabulary.pathTo(name.word().key()).contains(above.word()));
    }

    /** Some letters of the name in their order, the first and the last among them: 长科院. */
    private static boolean isBrief(String written, Name word) {
        String name = word.folded();
        if (written.length() < 2
                || written.length() * 3 < name.length()
                || written.charAt(0) != name.charAt(0)
                || !name.endsWith(written.substring(written.length() - 1))) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < written.length(); i++) {
            at += written.charAt(at) == name.charAt(i) ? 1 : 0;
        }
        return at == written.length();
    }

    /** What was written in letters: pinyin, its initials, or a key. */
    private List<String> typed(String written, List<Name> names, Vocabulary vocabulary) {
        String letters = written.replaceAll("[^a-z]", "");
        List<String> spelt =
                letters.isEmpty() ? List.of() : found(letters, names, (all, name) -> sounds.spell(all, name.folded()));
        if (spelt.isEmpty() && letters.length() >= SHORTEST_END) {
            spelt = found(letters, names, this::spellEnd);
        }
        if (!spelt.isEmpty()) {
            return spelt;
        }
        List<String> keys =
                vocabulary.words().stream().map(Vocabulary.Word::key).toList();
        return Nearest.to(written, keys).map(List::of).orElse(List.of());
    }

    /** The end of a name is what people call a body in daily work: shangyouju is 水文上游局. */
    private boolean spellEnd(String letters, Name name) {
        String all = name.folded();
        return IntStream.rangeClosed(1, all.length() - 2).anyMatch(from -> sounds.spell(letters, all.substring(from)));
    }

    private static String file(Vocabulary vocabulary) {
        return "site-config/vocabularies/" + vocabulary.key() + ".yml";
    }

    private String adding(String value, Vocabulary vocabulary) {
        String key = HAN.matcher(value)
                .replaceAll(run -> sounds.letters(run.group()))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String free = key.isEmpty() ? "xinci" : key;
        for (int next = 2; vocabulary.named(free).isPresent(); next++) {
            free = (key.isEmpty() ? "xinci" : key) + "-" + next;
        }
        String label = value.matches("[\\p{L}\\p{N}（）《》“”·、，。—-]+")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String others = vocabulary.fields().stream()
                .filter(field -> field.need() instanceof Field.Always)
                .map(field -> ", " + field.key() + ": …")
                .collect(Collectors.joining());
        // A file with one word in it would take the place of all the words that come with the program.
        String first = vocabulary.words().stream()
                .findFirst()
                .flatMap(word -> BuiltIn.path(word.where()))
                .map(path -> "先 zhibu templates --copy " + path + "，再")
                .orElse("");
        return "请编辑部" + first + "把它加进 " + file(vocabulary) + "：在 words: 下面加一行“  " + free + ": {label: " + label + others
                + "}”";
    }
}
