package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.board.Charts;
import io.zhibu.board.UpdatesPage;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Filing;
import io.zhibu.config.Config;
import io.zhibu.entry.Documents;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.site.Tasks;
import io.zhibu.site.WordLinks;
import io.zhibu.tally.Statistics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first page: what is new, who is in focus, how much there is. Made-up entries stay out of all of it. */
public final class HomePage {
    private static final int LATEST = 6;
    private static final int OF_A_TYPE = 2;

    private final Catalogue catalogue;
    private final Config config;
    private final Documents documents;
    private final SiteModel site;
    private final Tasks tasks;
    private final WordLinks links;
    private final LocalDate today;
    private final Filing filing;

    public HomePage(
            Catalogue catalogue,
            Config config,
            Documents documents,
            SiteModel site,
            Tasks tasks,
            WordLinks links,
            LocalDate today) {
        this.links = links;
        this.today = today;
        this.catalogue = catalogue;
        this.filing = new Filing(catalogue.schemas());
        this.config = config;
        this.documents = documents;
        this.site = site;
        this.tasks = tasks;
    }

    /** @param updates of the last weeks, where they have a page */
    public void add(Optional<UpdatesPage> updates) {
        // Which method it tells of, depends on how much each says.
        tasks.addFromAnything(Sites.HOME, "masterindex", () -> {
            PageModel model = site.page("home", Sites.HOME, config.settings().title(), "", "", List.of());
            model.put("latest", latest().stream().map(documents::of).toList());
            Telling.of(catalogue, today).ifPresent(method -> model.put("method", documents.of(method)));
            updates.flatMap(UpdatesPage::latest).ifPresent(week -> model.put("week", week));
            focus().ifPresent(focus -> model.put("focus", documents.of(focus)));
            model.put("entrances", entrances());
            model.put("mechanisms", mechanisms());
            model.put("platforms", counts("platform"));
            model.put("problems", counts("problem"));
            return model;
        });
    }

    /**
     * Work methods before all else, each newest first; what was changed is as new as its change. Ten documents registered in one afternoon don't push out all else: of each type two,
     * while there are others.
     */
    private List<Page> latest() {
        List<Page> all = catalogue.pages().stream()
                .filter(page -> !page.sample() && catalogue.isListed(page))
                .sorted(Comparator.<Page, Boolean>comparing(page -> !page.type().equals("work-method"))
                        .thenComparing(this::day, Comparator.reverseOrder()))
                .toList();
        Map<String, Integer> taken = new HashMap<>();
        Set<Page> varied = all.stream()
                .filter(page -> taken.merge(page.type(), 1, Integer::sum) <= OF_A_TYPE)
                .limit(LATEST)
                .collect(Collectors.toSet());
        all.stream()
                .filter(page -> !varied.contains(page))
                .limit(LATEST - varied.size())
                .forEach(varied::add);
        return all.stream().filter(varied::contains).toList();
    }

    /** Of the last change, in ISO's form; empty if none is known. */
    private String day(Page page) {
        return Stream.of("published", "updated", "modified")
                .map(key -> documents.value(page, key))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private Optional<Page> focus() {
        return catalogue.ofType("role-model").stream()
                .filter(page -> !page.sample())
                .findFirst();
    }

    private Map<String, Object> mechanisms() {
        int year = today.getYear();
        Statistics statistics = new Statistics(catalogue, false, year);
        Map<String, Object> model =
                new Charts(year, head -> links.to("mechanism", head.key())).of(statistics.mechanisms());
        model.put("byType", ByType.of(statistics.withMechanism(), catalogue));
        return model;
    }

    /** Readers who come for something of their own, where they have a page. */
    private List<Map<String, Object>> entrances() {
        List<Map<String, Object>> entrances = new ArrayList<>();
        catalogue
                .schemas()
                .vocabulary("audience")
                .map(Vocabulary::words)
                .orElse(List.of())
                .forEach(word -> {
                    Optional<Address> page = links.to("audience", word.key());
                    String task = word.properties().get("task");
                    if (task != null && page.isPresent()) {
                        Map<String, Object> entrance = new LinkedHashMap<>(Map.of(
                                "key", word.key(),
                                "label", word.label(),
                                "task", task,
                                "uri", page.get().link(),
                                "near", near(word)));
                        Optional.ofNullable(word.properties().get("who")).ifPresent(who -> entrance.put("who", who));
                        for (String way : List.of("find", "send")) {
                            entrance.put(way, "true".equals(word.properties().get(way)));
                        }
                        entrances.add(entrance);
                    }
                });
        return entrances;
    }

    /** Pages that explain, for those who are named as their readers; then boards. */
    private List<Map<String, String>> near(Vocabulary.Word word) {
        Stream<Map<String, String>> pages = catalogue.pages().stream()
                .filter(page ->
                        !catalogue.isListed(page) && page.fields().get("order").isPresent())
                .filter(page -> page.fields()
                        .each("audience", Value.Term.class)
                        .anyMatch(term -> term.key().equals(word.key())))
                .sorted(Comparator.comparing(Page::id))
                .map(Linked::to);
        return Stream.concat(pages, site.near("audience/" + word.key()).stream())
                .toList();
    }

    private List<Map<String, Object>> counts(String vocabulary) {
        Map<String, Long> counts = catalogue.pages().stream()
                .filter(page -> !page.sample() && catalogue.isListed(page))
                .flatMap(page -> filing.of(page, vocabulary).stream())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        return catalogue.schemas().vocabulary(vocabulary).map(Vocabulary::words).orElse(List.of()).stream()
                .map(word -> {
                    Map<String, Object> model = new LinkedHashMap<>();
                    model.put("key", word.key());
                    model.put("label", word.label());
                    model.put("count", counts.getOrDefault(word.key(), 0L));
                    links.to(vocabulary, word.key()).map(Address::link).ifPresent(uri -> model.put("uri", uri));
                    return model;
                })
                .toList();
    }
}
