package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.search.Question.Group;
import io.zhibu.unicode.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed, to a question. The rules are those of {@code generator/docs/search.md}; the browser's client has the same. */
final class QueryReading {
    private static final int LONGEST = 256;
    static final int MOST_WORDS = 48;
    private static final float SYNONYM = 0.5f;

    private final Synonyms synonyms;
    private final Folding folding;

    private final Set<Group> groups = new LinkedHashSet<>();
    private final Map<Term, Float> weights = new LinkedHashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<List<Group>> excluded = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> joined = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private final List<Question.Piece> pieces = new ArrayList<>();
    private final Set<Message> messages = new LinkedHashSet<>();

    QueryReading(Synonyms synonyms, Folding folding) {
        this.synonyms = synonyms;
        this.folding = folding;
    }

    Question read(String typed) {
        String text = folding.fold(cut(Spelling.bare(typed)));
        for (int at = 0; at < text.length(); ) {
            at = isSpace(text.charAt(at)) ? at + 1 : part(text, at);
        }
        if (groups.isEmpty() && weights.isEmpty()) {
            messages.add(excluded.isEmpty() ? Message.NO_WORDS : Message.ONLY_EXCLUDED);
        }
        return new Question(
                text,
                pieces,
                List.copyOf(groups),
                weights,
                excluded,
                phrases,
                parts,
                joined,
                runs,
                List.copyOf(messages));
    }

    private String cut(String typed) {
        if (typed.length() <= LONGEST) {
            return typed;
        }
        messages.add(Message.CUT);
        return typed.substring(0, Character.isHighSurrogate(typed.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Reads one part and tells where it ends. */
    private int part(String text, int at) {
        boolean not = text.charAt(at) == '-'
                && at + 1 < text.length()
                && text.charAt(at + 1) != '-'
                && !isSpace(text.charAt(at + 1));
        int from = not ? at + 1 : at;
        int close = closing(text, from);
        int end = from;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        String part = close > 0 ? text.substring(from + 1, close) : text.substring(from, end);
        if (not) {
            exclude(part);
        } else {
            take(part, close > 0);
        }
        return close > 0 ? close + 1 : end;
    }

    /** Where the quotation that begins here ends; 0 if none begins. */
    private static int closing(String text, int from) {
        String closers = closers(text.charAt(from));
        for (int at = from + 1; !closers.isEmpty() && at < text.length(); at++) {
            boolean last = at + 1 == text.length() || isSpace(text.charAt(at + 1));
            if (last && closers.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return 0;
    }

    private static String closers(char opener) {
        return switch (opener) {
            case '"', '“', '”' -> "\"“”";
            case '「' -> "」";
            case '『' -> "』";
            default -> "";
        };
    }

    static boolean isSpace(char c) {
        return c <= 0x20
                || c == 0x85
                || c == 0xA0
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    private void exclude(String part) {
        List<Group> all = new ArrayList<>();
        Tokens.of(part).forEach(token -> {
            if (all.size() < MOST_WORDS) {
                all.add(token.han() ? group(token) : new Group(List.of(List.of(word(token)))));
            }
        });
        if (!all.isEmpty()) {
            excluded.add(all);
        }
    }

    private void take(String part, boolean phrase) {
        String flat = Tokens.flat(part);
        if (flat.isEmpty()) {
            return;
        }
        parts.add(flat);
        if (phrase) {
            phrases.add(flat);
        }
        runs(part);
        List<Tokens.Token> tokens = new ArrayList<>();
        Tokens.of(part).forEach(token -> {
            if (words.contains(token.text()) || words.size() < MOST_WORDS) {
                words.add(token.text());
                tokens.add(token);
            } else {
                messages.add(Message.TERMS);
            }
        });
        if (tokens.size() > 1) {
            joined.add(flat);
        }
        pieces.add(new Question.Piece(part, tokens));
        group(part, tokens);
    }

    private void runs(String part) {
        for (int at = 0; at < part.length(); ) {
            int end = at;
            while (end < part.length() && Names.isRead(part.charAt(end))) {
                end++;
            }
            if (end > at) {
                runs.add(part.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
    }

    /** Words inside a wording that has others go together; those that reach over its end count, but needn't be there. */
    private void group(String part, List<Tokens.Token> tokens) {
        List<Synonyms.Span> spans = synonyms.spans(part);
        for (int next = 0; next < tokens.size(); ) {
            Tokens.Token token = tokens.get(next);
            Optional<Synonyms.Span> met = spans.stream()
                    .filter(span -> span.from() < token.to() && token.from() < span.to())
                    .findFirst();
            if (met.isPresent() && met.get().holds(token)) {
                List<Term> covered = new ArrayList<>();
                while (next < tokens.size() && met.get().holds(tokens.get(next))) {
                    covered.add(word(tokens.get(next++)));
                }
                wordings(
                        covered,
                        synonyms.of(part.substring(met.get().from(), met.get().to())));
            } else {
                if (met.isPresent() && token.han()) {
                    weights.put(word(token), 1f);
                } else {
                    single(token);
                }
                next++;
            }
        }
    }

    private void wordings(List<Term> own, List<String> others) {
        Group group = wordingsOf(own, others);
        own.forEach(term -> weights.put(term, 1f));
        group.alternatives().forEach(terms -> terms.forEach(term -> weights.putIfAbsent(term, SYNONYM)));
        groups.add(group);
    }

    static Group wordingsOf(List<Term> own, List<String> others) {
        List<List<Term>> alternatives = new ArrayList<>(List.of(own));
        for (String other : others) {
            List<Term> terms = new ArrayList<>();
            Tokens.of(other).forEach(token -> terms.add(word(token)));
            alternatives.add(terms);
        }
        return new Group(alternatives);
    }

    private void single(Tokens.Token token) {
        Group group = group(token);
        groups.add(group);
        group.alternatives().forEach(terms -> terms.forEach(term -> weights.put(term, 1f)));
    }

    static Term word(Tokens.Token token) {
        return new Term(Family.WORDS, Index.shortened(token.text()));
    }

    /** Two characters are looked up as they are; a single one and Latin letters may be a name's too. */
    static Group group(Tokens.Token token) {
        Term word = word(token);
        boolean pair =
                token.han() && token.text().codePointCount(0, token.text().length()) > 1;
        return new Group(
                pair ? List.of(List.of(word)) : List.of(List.of(word), List.of(new Term(Family.NAMES, word.text()))));
    }
}
