package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Group;
import io.zhibu.schema.Schema;
import java.util.List;

/** Where each page of a site stands that isn't an entry. The only place that knows these names. */
final class Sites {
    static final Address HOME = new Address("index.html");
    static final Address SITEMAP = new Address("sitemap.xml");
    static final Address ROBOTS = new Address("robots.txt");
    static final Address NOT_FOUND = new Address("404.html");
    static final Address TAGS = Address.page("tags");
    static final Address UNITS = Address.page("unit");
    static final Address YEARS = Address.page("year");
    static final Address SEARCH = Address.page("search");

    static final Address STYLEGUIDE = Address.page("styleguide");
    static final Address FIELDS = Address.page("fields");
    static final Address DATA = Address.of(List.of("data"), "site.json");
    static final Address LEDGER_CSV = new Address("ledger.csv");

    /** The glossary by strokes; by pinyin it stands at its board's own address. */
    static final Address STROKES = Address.page("glossary", "strokes");

    private Sites() {}

    static Address list(Schema type) {
        return Address.page(type.key());
    }

    /** The type as a JSON Schema. */
    static Address schema(Schema type) {
        return Address.of(List.of("schema"), type.key() + ".json");
    }

    static Address tag(Group tag) {
        return tag(tag.label());
    }

    static Address tag(String label) {
        return Address.page("tags", label);
    }

    static Address unit(String key) {
        return Address.page("unit", key);
    }

    static Address year(Group year) {
        return Address.page("year", year.key());
    }

    /** The index of a vocabulary's words. */
    static Address words(String vocabulary) {
        return Address.page(vocabulary);
    }

    static Address word(String vocabulary, String key) {
        return Address.page(vocabulary, key);
    }

    /** The entries of a word whose units are of one kind. */
    static Address word(String vocabulary, String key, String kind) {
        return Address.page(vocabulary, key, kind);
    }

    /** The n-th page of a list that begins at this address; n counts from 1. */
    static Address nth(Address first, int n) {
        return n == 1 ? first : new Address(first.folder() + n + "/index.html");
    }
}
