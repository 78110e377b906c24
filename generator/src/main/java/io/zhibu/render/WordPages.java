package io.zhibu.render;

import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.render.SiteModel.Crumb;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jbake.template.model.TemplateModel;

/** For each vocabulary that has pages: an index of its words and a list of entries for each word that an entry names. */
final class WordPages {
    private final Catalogue catalogue;
    private final ByWord words;
    private final SiteModel site;
    private final Tasks tasks;
    private final IndexPages indexes;

    WordPages(Catalogue catalogue, ByWord words, SiteModel site, Tasks tasks, IndexPages indexes) {
        this.catalogue = catalogue;
        this.words = words;
        this.site = site;
        this.tasks = tasks;
        this.indexes = indexes;
    }

    void add() {
        catalogue.schemas().vocabularies().stream().filter(Vocabulary::paged).forEach(this::add);
    }

    private void add(Vocabulary vocabulary) {
        List<Map<String, Object>> models = new ArrayList<>();
        List<Crumb> crumbs = List.of(SiteModel.home(), new Crumb(vocabulary.label(), Sites.words(vocabulary.key())));
        for (Group group : words.groups(vocabulary.key())) {
            Map<String, Object> model = model(vocabulary, group);
            models.add(model);
            if (!group.pages().isEmpty()) {
                Map<String, Object> more = Map.of("group", model, "over", vocabulary.label());
                indexes.paged(
                        Sites.word(vocabulary.key(), group.key()),
                        group.pages(),
                        "group",
                        "word",
                        group.label(),
                        "",
                        crumbs,
                        more);
            }
        }
        tasks.add(Sites.words(vocabulary.key()), "groups", () -> {
            TemplateModel model = site.page(
                    "words", Sites.words(vocabulary.key()), vocabulary.label(), "", "", List.of(SiteModel.home()));
            model.put("groups", models);
            return model;
        });
    }

    private Map<String, Object> model(Vocabulary vocabulary, Group group) {
        Map<String, Object> model = GroupModel.of(group, Sites.word(vocabulary.key(), group.key()), 1, 0);
        if (group.pages().isEmpty()) {
            model.remove("uri");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        vocabulary
                .word(group.key())
                .ifPresent(word -> vocabulary.fields().forEach(field -> {
                    String value = word.properties().get(field.key());
                    if (value != null) {
                        properties.put(field.label(), value);
                    }
                }));
        model.put("properties", properties);
        return model;
    }
}
