package io.zhibu.site;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Group;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import java.util.List;

/** Where each page of a site stands that isn't an entry. The only place that knows these names. */
public final class Sites {
    public static final Address HOME = new Address("index.html");
    public static final Address SITEMAP = new Address("sitemap.xml");
    public static final Address ROBOTS = new Address("robots.txt");
    public static final Address NOT_FOUND = new Address("404.html");
    public static final Address TAGS = Address.page("tags");
    public static final Address UNITS = Address.page("unit");
    public static final Address YEARS = Address.page("year");
    public static final Address SEARCH = Address.page("search");

    public static final Address SEND = Address.page("send");
    /** The page that an editor writes, where no settings say where to send things. */
    static final Address CONTACT = Address.page("page", "contact");

    public static final Address STYLEGUIDE = Address.page("styleguide");
    public static final Address FIELDS = Address.page("fields");
    public static final Address DATA = Address.of(List.of("data"), "site.json");
    public static final Address LEDGER_CSV = new Address("ledger.csv");

    /** Old addresses, as web servers read them. */
    public static final Address OLD_FOR_NGINX = new Address("redirects/nginx.map");

    public static final Address OLD_FOR_CADDY = new Address("redirects/Caddyfile");

    /** The glossary by strokes; by pinyin it stands at its board's own address. */
    public static final Address STROKES = Address.page("glossary", "strokes");

    private Sites() {}

    public static Address list(Schema type) {
        return Address.page(type.key());
    }

    /** The type as a JSON Schema. */
    public static Address schema(Schema type) {
        return Address.of(List.of("schema"), type.key() + ".json");
    }

    /** Whether readers take entries of the type with them as documents: what is told at length, not single words. */
    public static boolean hasPaper(Schema type) {
        return type.listed() && !type.key().equals("term");
    }

    /** The entry as a document: beside its page, so that a page finds it wherever the site lies. */
    public static Address paper(Page page) {
        return page.address().sibling(page.id() + ".docx");
    }

    /** What is filled in by those who send an entry of the type. */
    public static Address form(Schema type) {
        return SEND.sibling(type.key() + ".docx");
    }

    /** An entry on one sheet for a wall. */
    public static Address sheet(Page page) {
        return new Address(page.address().folder() + "sheet/index.html");
    }

    public static Address tag(Group tag) {
        return tag(tag.label());
    }

    public static Address tag(String label) {
        return Address.page("tags", label);
    }

    public static Address unit(String key) {
        return Address.page("unit", key);
    }

    public static Address year(Group year) {
        return Address.page("year", year.key());
    }

    /** The index of a vocabulary's words. */
    public static Address words(String vocabulary) {
        return Address.page(vocabulary);
    }

    public static Address word(String vocabulary, String key) {
        return Address.page(vocabulary, key);
    }

    /** The entries of a word whose units are of one kind. */
    public static Address word(String vocabulary, String key, String kind) {
        return Address.page(vocabulary, key, kind);
    }

    /** The n-th page of a list that begins at this address; n counts from 1. */
    public static Address nth(Address first, int n) {
        return n == 1 ? first : new Address(first.folder() + n + "/index.html");
    }
}
