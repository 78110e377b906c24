package io.zhibu.listing;

import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Choice;
import io.zhibu.catalogue.Choices;
import io.zhibu.catalogue.Group;
import io.zhibu.catalogue.UnitKinds;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.site.SiteModel.Crumb;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import io.zhibu.tally.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each vocabulary that has pages: an index of its words and a list of entries for each word, also for those that no entry names. */
public final class WordPages {
    private final Catalogue catalogue;
    private final ByWord words;
    private final SiteModel site;
    private final Tasks tasks;
    private final IndexPages indexes;
    private final UnitKinds kinds;
    private final Reading reading;

    public WordPages(Catalogue catalogue, ByWord words, SiteModel site, Tasks tasks, IndexPages indexes) {
        this.catalogue = catalogue;
        this.words = words;
        this.site = site;
        this.tasks = tasks;
        this.indexes = indexes;
        this.kinds = new UnitKinds(catalogue.schemas());
        this.reading = new Reading(catalogue);
    }

    public void add() {
        catalogue.schemas().vocabularies().stream().filter(Vocabulary::paged).forEach(this::add);
    }

    private void add(Vocabulary vocabulary) {
        List<Map<String, Object>> models = new ArrayList<>();
        for (Group group : words.groups(vocabulary.key())) {
            Map<String, Object> model = model(vocabulary, group);
            models.add(model);
            word(vocabulary, group, model);
        }
        tasks.add(Sites.words(vocabulary.key()), "groups", () -> {
            PageModel model = site.page(
                    "words", Sites.words(vocabulary.key()), vocabulary.label(), "", "", List.of(SiteModel.home()));
            model.put("groups", models);
            model.put("near", site.near(vocabulary.key()));
            return model;
        });
    }

    private void word(Vocabulary vocabulary, Group group, Map<String, Object> model) {
        List<Crumb> crumbs = List.of(SiteModel.home(), new Crumb(vocabulary.label(), Sites.words(vocabulary.key())));
        List<Group> split = vocabulary.byUnitKind() ? kinds.split(group.pages()) : List.of();
        Map<String, Object> more = new LinkedHashMap<>(Map.of("group", model, "over", vocabulary.label()));
        more.put("near", site.near(vocabulary.key() + "/" + group.key()));
        if (vocabulary.key().equals("audience")) {
            more.put("studies", studies(group.key()));
            more.put("guides", Linked.all(reading.guides(group.key())));
        }
        if (!split.isEmpty()) {
            more.put(
                    "kinds",
                    split.stream().map(kind -> kind(vocabulary, group, kind)).toList());
        }
        indexes.paged(
                Sites.word(vocabulary.key(), group.key()),
                group.pages(),
                "group",
                "word",
                group.label(),
                "",
                crumbs,
                more,
                Choices.GROUPS.containsKey(vocabulary.key())
                        ? List.of(new Choice(vocabulary.key(), group.key(), group.label()))
                        : List.of());
        List<Crumb> deeper = new ArrayList<>(crumbs);
        deeper.add(new Crumb(group.label(), Sites.word(vocabulary.key(), group.key())));
        split.stream().filter(kind -> !kind.pages().isEmpty()).forEach(kind -> {
            Map<String, Object> of = kind(vocabulary, group, kind);
            indexes.paged(
                    Sites.word(vocabulary.key(), group.key(), kind.key()),
                    kind.pages(),
                    "group",
                    "word",
                    group.label() + "：" + kind.label(),
                    "",
                    deeper,
                    Map.of("group", of, "over", group.label()),
                    List.of());
        });
    }

    private List<Map<String, Object>> studies(String reader) {
        List<Map<String, Object>> models = new ArrayList<>();
        reading.studies(reader)
                .forEach((track, pages) -> models.add(Map.of(
                        "track",
                        track,
                        "entries",
                        Linked.all(pages.stream().filter(page -> !page.sample()).toList()),
                        "samples",
                        Linked.all(pages.stream().filter(Page::sample).toList()))));
        return models;
    }

    /** Without an address where there is no page. */
    private static Map<String, Object> kind(Vocabulary vocabulary, Group group, Group kind) {
        Map<String, Object> model = GroupModel.of(kind, Sites.word(vocabulary.key(), group.key(), kind.key()), 1, 0);
        if (kind.pages().isEmpty()) {
            model.remove("uri");
        }
        return model;
    }

    private Map<String, Object> model(Vocabulary vocabulary, Group group) {
        Map<String, Object> model = GroupModel.of(group, Sites.word(vocabulary.key(), group.key()), 1, 0);
        model.put("properties", WordFacts.of(catalogue.schemas(), vocabulary, group.key()));
        return model;
    }
}
