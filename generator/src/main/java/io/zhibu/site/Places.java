package io.zhibu.site;

import io.zhibu.address.Address;
import io.zhibu.catalogue.ByWord;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.catalogue.Place;
import io.zhibu.config.Config;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a site that are found by their names though they are no entries: those that the settings leave out aren't there. */
public final class Places {
    private final Catalogue catalogue;
    private final Config config;
    private final List<Place> places = new ArrayList<>();

    private Places(Catalogue catalogue, Config config) {
        this.catalogue = catalogue;
        this.config = config;
    }

    /** In the order in which the site has them. */
    public static List<Place> of(Catalogue catalogue, Config config) {
        Places all = new Places(catalogue, config);
        all.lists();
        all.boards();
        all.when("render.tags", all::tags);
        all.when("render.units", all::units);
        all.when("render.words", all::words);
        return List.copyOf(all.places);
    }

    private void when(String setting, Runnable step) {
        if (!config.settings().isOff(setting)) {
            step.run();
        }
    }

    private void lists() {
        catalogue.schemas().types().stream().filter(Schema::listed).forEach(type -> {
            List<String> others = type.plural().equals(type.label()) ? List.of() : List.of(type.label());
            Group group = Group.of(type.key(), type.plural(), Optional.empty(), catalogue.ofType(type.key()));
            add(Place.INDEX, group, others, Sites.list(type), "");
        });
        when("render.tags", () -> index("标签", Sites.TAGS));
        when("render.units", () -> index("单位", Sites.UNITS));
        when("render.years", () -> index("年份", Sites.YEARS));
        config.settings().sending().ifPresent(any -> index("交一篇", Sites.SEND));
        when("render.fields", () -> index("字段手册", Sites.FIELDS));
    }

    private void boards() {
        Board.of(catalogue, config)
                .forEach(board -> index(
                        board.title(),
                        board.address(),
                        board.isFilled(catalogue) ? "" : "暂只有示例",
                        board.says(),
                        !board.isFilled(catalogue)));
    }

    private void index(String title, Address address) {
        index(title, address, "", "", false);
    }

    private void index(String title, Address address, String note, String says, boolean made) {
        places.add(new Place("/" + address.link(), Place.INDEX, title, List.of(), address.link(), note, says, made));
    }

    private void tags() {
        Optional<Vocabulary> themes = catalogue.schemas().vocabulary("theme");
        catalogue.tags().forEach(tag -> add("标签", tag, others(themes, tag), Sites.tag(tag), ""));
    }

    private void units() {
        Optional<Vocabulary> units = catalogue.schemas().vocabulary("unit");
        for (Group unit : catalogue.units()) {
            String path = units.map(all -> all.pathTo(unit.key())).orElse(List.of()).stream()
                    .map(Vocabulary.Word::label)
                    .filter(label -> !label.equals(unit.label()))
                    .collect(Collectors.joining("、"));
            add("单位", unit, others(units, unit), Sites.unit(unit.key()), path.isEmpty() ? "" : "上级：" + path);
        }
    }

    private void words() {
        ByWord words = new ByWord(catalogue);
        catalogue.schemas().vocabularies().stream().filter(Vocabulary::paged).forEach(vocabulary -> {
            index(vocabulary.label(), Sites.words(vocabulary.key()));
            for (Group word : words.groups(vocabulary.key())) {
                add(
                        vocabulary.label(),
                        word,
                        others(Optional.of(vocabulary), word),
                        Sites.word(vocabulary.key(), word.key()),
                        said(vocabulary, word));
            }
        });
    }

    /** What the vocabulary says of the word in whole sentences. */
    private static String said(Vocabulary vocabulary, Group word) {
        return vocabulary.fields().stream()
                .filter(field -> field.kind() instanceof Field.Text)
                .flatMap(field ->
                        vocabulary.word(word.key()).map(one -> one.properties().get(field.key())).stream())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> others(Optional<Vocabulary> vocabulary, Group group) {
        return vocabulary.map(words -> words.namesOf(group.key())).orElse(List.of()).stream()
                .filter(name -> !name.equals(group.label()))
                .toList();
    }

    private void add(String kind, Group group, List<String> others, Address address, String text) {
        boolean made = group.count() == 0 && group.samples() > 0;
        places.add(
                new Place("/" + address.link(), kind, group.label(), others, address.link(), note(group), text, made));
    }

    private static String note(Group group) {
        return Stream.of(
                        group.count() > 0 ? group.count() + " 条" : "",
                        group.samples() > 0 ? "示例 " + group.samples() + " 条" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.joining("，"), told -> told.isEmpty() ? "暂无条目" : told));
    }
}
