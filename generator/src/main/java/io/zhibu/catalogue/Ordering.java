package io.zhibu.catalogue;

import io.zhibu.catalogue.Letter.Heading;
import io.zhibu.hanzi.PinyinOrder;
import io.zhibu.hanzi.Readings;
import io.zhibu.hanzi.StrokeOrder;
import io.zhibu.hanzi.Strokes;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts pages and groups in any order that a list may have; what it can't tell apart stays as it came. Safe from many threads. */
public final class Ordering {
    private static final PartialDate UNDATED = new PartialDate(0, 0, 0);

    private final Catalogue catalogue;
    private final Map<String, Order> lists;
    private final Map<String, List<String>> readings;
    private final Strokes table;
    private final Set<String> people;
    private final StrokeOrder strokes;
    private Optional<PinyinOrder> pinyin = Optional.empty();

    /**
     * @param readings syllables of words that the site reads in its own way
     * @param written classes of strokes by character, before those of the program's table
     * @param lists the order of a type's list, by the type's key
     */
    public Ordering(
            Catalogue catalogue,
            Map<String, List<String>> readings,
            Map<String, String> written,
            Map<String, Order> lists) {
        this.catalogue = catalogue;
        this.lists = Map.copyOf(lists);
        this.readings = Map.copyOf(readings);
        this.table = new Strokes(written);
        this.people = Set.copyOf(People.names(catalogue));
        this.strokes = new StrokeOrder(table);
    }

    private Ordering(Catalogue catalogue, Ordering like, Optional<PinyinOrder> pinyin) {
        this.catalogue = catalogue;
        this.lists = like.lists;
        this.readings = like.readings;
        this.table = like.table;
        this.people = like.people;
        this.strokes = like.strokes;
        this.pinyin = pinyin;
    }

    /** The same of a catalogue that differs in texts alone. */
    public synchronized Ordering of(Catalogue other) {
        return other == catalogue ? this : new Ordering(other, this, pinyin);
    }

    /** The order of the type's list: by date, if nobody said. */
    public Order of(String type) {
        return lists.getOrDefault(type, Order.DATE);
    }

    /** The shown pages of the type, as its list has them. */
    public List<Page> list(String type) {
        return pages(of(type), catalogue.ofType(type));
    }

    public List<Page> pages(Order order, List<Page> pages) {
        return switch (order) {
            case MANUAL -> sorted(pages, Ordering::number, Comparator.naturalOrder());
            case DATE -> sorted(pages, Ordering::date, Comparator.reverseOrder());
            case PINYIN -> {
                PinyinOrder pinyin = pinyin();
                yield sorted(pages, page -> spoken(page, pinyin), Comparator.naturalOrder());
            }
            case STROKES -> sorted(pages, this::written, Comparator.naturalOrder());
        };
    }

    /** A group's date is that of its newest page. */
    public List<Group> groups(Order order, List<Group> groups) {
        return switch (order) {
            case MANUAL -> List.copyOf(groups);
            case DATE -> sorted(groups, Ordering::date, Comparator.reverseOrder());
            case PINYIN -> {
                PinyinOrder pinyin = pinyin();
                yield sorted(groups, group -> pinyin.text(group.label()), Comparator.naturalOrder());
            }
            case STROKES -> sorted(groups, this::written, Comparator.naturalOrder());
        };
    }

    /** Under each letter from A to Z what begins with it; before them, if there is anything, what begins with none. */
    public <T> List<Letter<T>> byLetter(List<Heading<T>> headings) {
        Map<String, List<Heading<T>>> under = new TreeMap<>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            under.put(Character.toString(letter), new ArrayList<>());
        }
        PinyinOrder pinyin = pinyin();
        Function<Heading<T>, PinyinOrder.Key> key = heading -> pinyin.text(heading.word());
        under(headings, key, one -> Character.toString(one.letter()), under);
        return letters(under);
    }

    /**
     * Under each number of strokes, from one to the most that there are, what begins with a character of so many; before them what begins
     * with none, after them what begins with a character that no table has, if there is any of either.
     */
    public <T> List<Letter<T>> byStrokes(List<Heading<T>> headings) {
        Map<String, List<Heading<T>>> under = new LinkedHashMap<>();
        Function<Heading<T>, StrokeOrder.Key> key = heading -> strokes.text(heading.word());
        int most = headings.stream()
                .map(key)
                .mapToInt(StrokeOrder.Key::strokes)
                .max()
                .orElse(0);
        under.put("#", new ArrayList<>());
        IntStream.rangeClosed(1, most).forEach(number -> under.put(Integer.toString(number), new ArrayList<>()));
        under.put("?", new ArrayList<>());
        under(headings, key, one -> one.isUnknown() ? "?" : one.strokes() == 0 ? "#" : "" + one.strokes(), under);
        List.of("#", "?").forEach(sign -> under.computeIfPresent(sign, (any, all) -> all.isEmpty() ? null : all));
        return letters(under);
    }

    private static <T, K extends Comparable<? super K>> void under(
            List<Heading<T>> headings,
            Function<Heading<T>, K> key,
            Function<K, String> letter,
            Map<String, List<Heading<T>>> under) {
        for (Heading<T> heading : sorted(headings, key, Comparator.naturalOrder())) {
            under.computeIfAbsent(letter.apply(key.apply(heading)), any -> new ArrayList<>())
                    .add(heading);
        }
    }

    private static <T> List<Letter<T>> letters(Map<String, List<Heading<T>>> under) {
        return under.entrySet().stream()
                .map(entry -> new Letter<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What stands last in a list only because no table has its strokes.
     *
     * @param page the first of the list that has the character
     */
    public record Unplaced(String character, Page page) {}

    /** Each character once for each list that is ordered by strokes. */
    public List<Unplaced> unplaced() {
        return lists.keySet().stream()
                .filter(type -> of(type) == Order.STROKES)
                .sorted()
                .flatMap(type -> unplaced(list(type)).stream())
                .toList();
    }

    private List<Unplaced> unplaced(List<Page> list) {
        Set<String> unknown = new HashSet<>(
                StrokeOrder.unknown(list.stream().map(this::written).toList()));
        List<Unplaced> unplaced = new ArrayList<>();
        for (Page page : list) {
            called(page)
                    .codePoints()
                    .mapToObj(Character::toString)
                    .filter(unknown::remove)
                    .forEach(character -> unplaced.add(new Unplaced(character, page)));
        }
        return unplaced;
    }

    /** As a collection has what it collects: by hand it stays as it came. */
    public List<Page> collected(Page collection, List<Page> pages) {
        Order order =
                collection.fields().text("order_mode").flatMap(Order::named).orElse(Order.MANUAL);
        return order == Order.MANUAL ? pages : pages(order, pages);
    }

    // Made when it is asked for: the dictionary takes longer to load than a check without it. Once, since many lists
    // ask.
    private synchronized PinyinOrder pinyin() {
        if (pinyin.isEmpty()) {
            pinyin = Optional.of(new PinyinOrder(new Readings(readings).withPeople(People.names(catalogue)), table));
        }
        return pinyin.get();
    }

    private static <T, K> List<T> sorted(List<T> things, Function<T, K> key, Comparator<? super K> order) {
        record Keyed<T, K>(K key, T thing) {}
        return things.stream()
                .map(thing -> new Keyed<>(key.apply(thing), thing))
                .sorted(Comparator.comparing(Keyed::key, order))
                .map(Keyed::thing)
                .toList();
    }

    private static BigDecimal number(Page page) {
        return page.fields()
                .each("order", Value.Number.class)
                .map(Value.Number::number)
                .findFirst()
                .orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }

    private static PartialDate date(Page page) {
        return page.fields().date("published").orElse(UNDATED);
    }

    private static PartialDate date(Group group) {
        return group.pages().stream()
                .map(Ordering::date)
                .max(Comparator.naturalOrder())
                .orElse(UNDATED);
    }

    /** What the page is ordered by: a person's name, or the title. */
    private static String called(Page page) {
        Optional<String> name = People.isPerson(page) ? page.fields().text("name") : Optional.empty();
        return name.orElse(page.title());
    }

    private static PinyinOrder.Key spoken(Page page, PinyinOrder pinyin) {
        return page.fields()
                .text("sort_as")
                .map(reading -> pinyin.readAs(reading, called(page)))
                .orElseGet(() -> People.isPerson(page) ? pinyin.person(called(page)) : pinyin.text(shown(page)));
    }

    /** As lists begin its line: a method's short name, if it has one. */
    private static String shown(Page page) {
        return page.fields()
                .text("method_name")
                .filter(name -> !name.equals(Value.Unrecorded.WORD))
                .orElseGet(() -> called(page));
    }

    private StrokeOrder.Key written(Page page) {
        return People.isPerson(page) ? strokes.person(called(page)) : strokes.text(shown(page));
    }

    private StrokeOrder.Key written(Group group) {
        return people.contains(group.label()) ? strokes.person(group.label()) : strokes.text(group.label());
    }
}
