package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How the text of a page names a source of its list. */
public final class Citations {
    /** {@code [A1]}; the group is the source's key. */
    public static final Pattern NAMED = Pattern.compile("\\[([A-Z][0-9]{1,2})]");

    private Citations() {}

    /** The keys of the sources that a page lists. */
    public static SortedSet<String> keys(Page page) {
        SortedSet<String> keys = new TreeSet<>();
        page.fields()
                .each("citations", Value.Record.class)
                .forEach(record -> record.fields().text("key").ifPresent(keys::add));
        return keys;
    }
}
