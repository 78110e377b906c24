package io.zhibu.catalogue;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For whom a site is made. The words of the vocabulary {@code access} stand from the widest circle to the narrowest; an entry without one is
 * everyone's. A site for one circle has what is for that circle and for every wider one.
 */
public final class Readership {
    /** Everything may be read. */
    public static final Readership ALL = new Readership(Set.of());

    private static final String ACCESS = "access";

    private final Set<String> closed;

    private Readership(Set<String> closed) {
        this.closed = Set.copyOf(closed);
    }

    /**
     * The readers of one site.
     *
     * @param asked key or name of a word; empty for the widest circle
     */
    public static Outcome<Readership> of(Schemas schemas, String asked) {
        List<Vocabulary.Word> words =
                schemas.vocabulary(ACCESS).map(Vocabulary::words).orElse(List.of());
        Optional<Vocabulary.Word> word = asked.isEmpty()
                ? words.stream().findFirst()
                : schemas.vocabulary(ACCESS).flatMap(all -> all.named(asked));
        Diagnostics diagnostics = new Diagnostics();
        if (word.isEmpty() && !asked.isEmpty()) {
            diagnostics.error(
                    Where.inFile("--access"),
                    "access-unknown",
                    words.isEmpty() ? "这个站点没有“公开范围”的词表，分不出给谁看" : "词表“公开范围”里没有“" + asked + "”",
                    words.isEmpty()
                            ? "去掉 --access；要分，建 site-config/vocabularies/access.yml，词从最宽的写到最窄的"
                            : Nearest.hint(
                                    asked,
                                    words.stream().map(Vocabulary.Word::key).toList()));
        }
        int narrowest = word.map(words::indexOf).orElse(words.size());
        Set<String> closed =
                words.stream().skip(narrowest + 1L).map(Vocabulary.Word::key).collect(Collectors.toSet());
        return Outcome.of(new Readership(closed), diagnostics);
    }

    boolean mayRead(Page page) {
        return page.fields().each(ACCESS, Value.Term.class).noneMatch(word -> closed.contains(word.key()));
    }
}
