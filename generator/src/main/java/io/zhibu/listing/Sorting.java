package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Order;
import io.zhibu.catalogue.Ordering;
import io.zhibu.catalogue.People;
import io.zhibu.jbake.Once;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import io.zhibu.site.Sites;
import io.zhibu.tally.Promotion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One order in which the list of a type is there: the one of the settings at the list's own address, others beside it.
 *
 * @param key of {@link Order} in small letters, or {@code adopted}
 * @param word how it is called where the list says that it is in that order
 * @param offer what a reader chooses
 * @param pages sorted when somebody looks: who saves one entry doesn't wait for lists
 */
record Sorting(String key, String word, String offer, Address address, Once<List<Page>> pages) {
    /** A list that is seen at a glance is not sorted anew. */
    private static final int WORTH_IT = 10;

    /** That of the settings first. */
    static List<Sorting> of(Schema type, Catalogue catalogue, Ordering ordering) {
        List<Page> all = catalogue.ofType(type.key());
        Order own = ordering.of(type.key());
        boolean people = all.stream().anyMatch(People::isPerson);
        Once<List<Page>> first = new Once<>(() -> ordering.list(type.key()));
        List<Sorting> sortings = new ArrayList<>();
        sortings.add(ordered(own, people, Sites.list(type), first));
        if (all.size() > WORTH_IT) {
            for (Order order : List.of(Order.DATE, Order.PINYIN)) {
                if (order != own) {
                    Once<List<Page>> pages = new Once<>(() -> ordering.pages(order, all));
                    sortings.add(ordered(order, people, beside(type, key(order)), pages));
                }
            }
            Map<Address, Integer> adopters = adopters(all);
            if (adopters.values().stream().anyMatch(number -> number > 0)) {
                Once<List<Page>> pages = new Once<>(() -> byAdopters(first.get(), adopters));
                sortings.add(new Sorting("adopted", "采用的支部多少", "采用最多", beside(type, "adopted"), pages));
            }
        }
        return List.copyOf(sortings);
    }

    private static Sorting ordered(Order order, boolean people, Address address, Once<List<Page>> pages) {
        String word = (people && order == Order.STROKES ? "姓氏" : "") + order.word();
        return new Sorting(key(order), word, order == Order.DATE ? "最新" : word, address, pages);
    }

    private static String key(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** No entry stands at such an address: ids have no second folder. */
    private static Address beside(Schema type, String key) {
        return Address.page(type.key(), "by", key);
    }

    /** Of the true ones. */
    private static Map<Address, Integer> adopters(List<Page> pages) {
        Map<Address, Integer> adopters = new HashMap<>();
        Promotion.all(pages).stream()
                .filter(told -> !told.page().sample())
                .forEach(told ->
                        adopters.put(told.page().address(), told.adopters().size()));
        return adopters;
    }

    /** The true ones that others took over before all else. */
    private static List<Page> byAdopters(List<Page> pages, Map<Address, Integer> adopters) {
        return pages.stream()
                .sorted(Comparator.comparing(page -> -adopters.getOrDefault(page.address(), 0)))
                .toList();
    }

    /** What a list in this order offers: each order with its page; none if there is but one. */
    static List<Map<String, Object>> model(List<Sorting> sortings, Sorting here) {
        return sortings.size() < 2
                ? List.of()
                : sortings.stream()
                        .map(one -> Map.<String, Object>of(
                                "key",
                                one.key(),
                                "word",
                                one.offer(),
                                "uri",
                                one.address().link(),
                                "current",
                                one == here))
                        .toList();
    }
}
