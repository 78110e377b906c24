package io.zhibu.intake;

import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of which type a manuscript probably is: by what its title ends with, and by the sections that it has. */
final class TypeGuessing {
    private static final int ENDS = 4;
    private static final int HOLDS = 2;

    private final Schemas schemas;

    TypeGuessing(Schemas schemas) {
        this.schemas = schemas;
    }

    /** @param why in Chinese; says so if nothing speaks for any type */
    record Type(Schema schema, String why) {}

    /** Empty if the site has no types. */
    Optional<Type> of(Reading reading) {
        Schema best = null;
        int most = 0;
        String why = "";
        for (Schema schema : schemas.types()) {
            if (!schema.shown()) {
                continue;
            }
            String word = word(schema, reading.title());
            int sections = (int) schema.sections().stream()
                    .filter(section -> section.names().stream()
                            .anyMatch(name -> reading.headings().stream().anyMatch(heading -> heading.contains(name))))
                    .count();
            int score = sections + (word.isEmpty() ? 0 : ends(reading.title(), word) ? ENDS : HOLDS);
            score += ends(reading.title(), schema.label()) || ends(reading.title(), schema.plural()) ? 1 : 0;
            if (score > most) {
                best = schema;
                most = score;
                why = word.isEmpty() ? "有这一类的 " + sections + " 节" : "标题里有“" + word + "”";
            }
        }
        if (best != null) {
            return Optional.of(new Type(best, why));
        }
        return schemas.types().stream()
                .filter(Schema::shown)
                .findFirst()
                .map(schema -> new Type(schema, "没有看出是哪一类，先放在第一类；换一类用 --type"));
    }

    private static boolean ends(String title, String word) {
        return title.replaceFirst("[”》）)]+$", "").endsWith(word);
    }

    /** What of a title speaks for the type, the longest; empty if nothing does. */
    private String word(Schema schema, String title) {
        List<String> words = new ArrayList<>(List.of(schema.label(), schema.plural()));
        for (Field field : schema.fields()) {
            boolean own = field.key().equals("kind") || field.key().equals("form");
            if (own && field.kind() instanceof Field.Choice choice) {
                words.addAll(choice.words());
            } else if (own && field.kind() instanceof Field.Term term) {
                schemas.vocabulary(term.vocabulary())
                        .ifPresent(vocabulary -> vocabulary.words().stream()
                                .map(Vocabulary.Word::key)
                                .forEach(key -> words.addAll(vocabulary.namesOf(key))));
            }
        }
        return words.stream()
                .filter(word -> word.length() >= 2 && title.contains(word))
                .max(java.util.Comparator.comparingInt(title::lastIndexOf))
                .orElse("");
    }
}
