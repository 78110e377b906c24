package io.zhibu.search;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Choices;
import io.zhibu.catalogue.Place;
import io.zhibu.catalogue.Years;
import io.zhibu.memo.Digest;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import io.zhibu.unicode.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A catalogue to what searching sees of it: the pages that readers see, by address, so that a page more moves few numbers, and its places. */
final class Gathering {
    /** What an entry calls one of its sources by. */
    private static final Pattern SOURCE = Pattern.compile("[A-Z][0-9]{1,2}");

    private static final Pattern KEY = Pattern.compile("\\[" + SOURCE + "]");

    private static final List<String> NAMES = List.of("short_title", "aliases", "method_name", "name");
    /** What says nothing of the matter: dates, duties, addresses, and what the title already holds. */
    private static final Set<String> SILENT = Set.of(
            "id",
            "type",
            "title",
            "summary",
            "status",
            "published",
            "updated",
            "review_cycle",
            "review_due",
            "authors",
            "editor",
            "reviews",
            "access",
            "source",
            "copyright",
            "cover",
            "citations",
            "attachments",
            "sample",
            "consent",
            "check_off",
            "sort_as",
            "unit",
            "tags",
            "years",
            "short_title",
            "aliases",
            "method_name",
            "name");

    private final Catalogue catalogue;
    private final List<Place> places;
    private final Choices choices;
    private final Map<String, Digest> sources;

    /**
     * @param sources of the bytes that pages were read from, by path of their file
     */
    Gathering(Catalogue catalogue, List<Place> places, Map<String, Digest> sources) {
        this.sources = sources;
        this.catalogue = catalogue;
        this.places = places;
        this.choices = new Choices(catalogue.schemas());
    }

    List<Item> items() {
        Stream<Item> pages = catalogue.pages().stream()
                .filter(page -> catalogue.isListed(page) || !page.sample())
                .sorted(Comparator.comparing(Page::address))
                .map(this::item);
        return Stream.concat(pages, places.stream().map(Gathering::entry).map(Item::of))
                .toList();
    }

    private static Entry entry(Place place) {
        return new Entry(
                place.id(),
                Spelling.bare(place.title()),
                place.uri(),
                "",
                place.kind(),
                Spelling.bare(String.join(Entry.NAMES, place.others())),
                place.note(),
                place.sample(),
                Entry.Kind.PLACE,
                lines(Stream.concat(Stream.of(place.title()), place.others().stream())),
                place.kind().equals(Place.INDEX) ? Place.INDEX : "",
                List.of(),
                Spelling.bare(place.text()),
                List.of(),
                List.of(),
                0);
    }

    /** All that a page says of its matter, without what it is filed under. */
    static String all(Page page) {
        return Spelling.bare(page.title() + "\n" + page.fields().text("summary").orElse("")) + "\n"
                + said(page).text();
    }

    /** All that is searched of a page is in its file, or in words of its types; but for where it stands, and whether readers are led to it. */
    private Item item(Page page) {
        Digest source = sources.get(page.where().file());
        if (source == null) {
            return Item.of(entry(page));
        }
        boolean listed = catalogue.isListed(page);
        Digest digest = new Digest.Of()
                .add(source)
                .text(page.address().link())
                .number(listed ? 1 : 0)
                .digest();
        return Item.of(page.sample(), listed ? Entry.Kind.ENTRY : Entry.Kind.PAGE, digest, () -> entry(page));
    }

    private Entry entry(Page page) {
        Fields fields = page.fields();
        TreeSet<Integer> years = new TreeSet<>(Years.of(page));
        return new Entry(
                page.id(),
                Spelling.bare(page.title()),
                page.address().link(),
                Spelling.bare(fields.text("summary").orElse("")),
                type(page),
                fields.text("unit").orElse(""),
                years.isEmpty() ? "" : Integer.toString(years.last()),
                page.sample(),
                catalogue.isListed(page) ? Entry.Kind.ENTRY : Entry.Kind.PAGE,
                lines(Stream.concat(Stream.of(page.title()), NAMES.stream().flatMap(key -> texts(fields, key)))),
                lines(Stream.of(texts(fields, "tags"), called(page, "tags"), called(page, "unit"))
                        .flatMap(words -> words)),
                fields.text("sort_as")
                        .map(text -> List.of(text.strip().split("\\s+")))
                        .orElse(List.of()),
                Said.of(() -> said(page)),
                catalogue.isListed(page) ? choices.of(page) : List.of(),
                fields.date("published")
                        .flatMap(PartialDate::exact)
                        .map(day -> day.toEpochDay())
                        .orElse(0L));
    }

    private String type(Page page) {
        String type = catalogue.schemas().type(page.type()).map(Schema::label).orElse(page.type());
        return page.restriction().isEmpty() ? type : type + "（" + page.restriction() + "）";
    }

    private static Stream<String> texts(Fields fields, String key) {
        return fields.list(key).stream().map(Value::text);
    }

    private static String lines(Stream<String> texts) {
        return Spelling.bare(String.join("\n", new LinkedHashSet<>(texts.toList())));
    }

    private Stream<Vocabulary.Word> units(Page page) {
        Optional<Vocabulary> units = catalogue.schemas().vocabulary("unit");
        return page.fields()
                .each("unit", Value.Term.class)
                .flatMap(term -> units.flatMap(all -> all.word(term.key())).stream());
    }

    /** Every name that the words of this field have and had. */
    private Stream<String> called(Page page, String field) {
        return page.fields()
                .each(field, Value.Term.class)
                .flatMap(term -> catalogue
                        .schemas()
                        .vocabulary(term.vocabulary())
                        .map(words -> words.namesOf(term.key()))
                        .orElse(List.of())
                        .stream());
    }

    /** Sentences first: a snippet is taken from the first place that is as good as any other. */
    private static Said.Words said(Page page) {
        StringBuilder text = new StringBuilder();
        List<Entry.Section> sections = words(page, text);
        if (!text.isEmpty()) {
            text.append('\n');
        }
        if (!sections.isEmpty()) {
            sections.add(new Entry.Section(text.length(), ""));
        }
        Consumer<String> line = words -> {
            if (words.length() > 1 && !SOURCE.matcher(words).matches()) {
                text.append(Spelling.bare(words)).append('\n');
            }
        };
        page.fields().all().forEach((key, value) -> {
            if (!SILENT.contains(key)) {
                leaves(value, one -> {
                    if (one instanceof Value.Text || one instanceof Value.Term) {
                        line.accept(one.text());
                    }
                });
            }
        });
        NAMES.forEach(key -> texts(page.fields(), key).forEach(line));
        String all = text.toString().stripTrailing();
        sections.removeIf(section -> section.at() >= all.length());
        return new Said.Words(all, sections);
    }

    /** Adds the text without the keys of its sources, which a reader sees as small red signs and never searches for. */
    private static List<Entry.Section> words(Page page, StringBuilder text) {
        List<Entry.Section> sections = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>(List.of(0));
        List<String> anchors = new ArrayList<>();
        String words = page.body().plainText((heading, at) -> {
            cuts.add(at);
            anchors.add(heading.id());
        });
        cuts.add(words.length());
        boolean keyed = !page.fields().list("citations").isEmpty();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            String piece = Spelling.bare(words.substring(cuts.get(i), cuts.get(i + 1)));
            if (i > 0) {
                sections.add(new Entry.Section(text.length(), anchors.get(i - 1)));
            }
            text.append((keyed ? KEY.matcher(piece).replaceAll("") : piece).stripLeading());
        }
        return sections;
    }

    private static void leaves(Value value, Consumer<Value> step) {
        if (value instanceof Value.Many many) {
            many.values().forEach(one -> leaves(one, step));
        } else if (value instanceof Value.Record record) {
            record.fields().all().values().forEach(one -> leaves(one, step));
        } else {
            step.accept(value);
        }
    }
}
