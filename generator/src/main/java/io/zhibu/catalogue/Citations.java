package io.zhibu.catalogue;

import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of a page names a source of its list. */
public final class Citations {
    /** {@code [A1]}; the group is the source's key. */
    public static final Pattern NAMED = Pattern.compile("\\[([A-Z][0-9]{1,2})]");

    private Citations() {}

    /** The keys that the text of a page names, whether it lists them or not. */
    public static SortedSet<String> named(Page page) {
        StringBuilder text = new StringBuilder();
        page.body().forEach(event -> text.append(event instanceof Event.Text piece ? piece.text() : "\n"));
        return named(text);
    }

    /** The keys that a text names, in which a line end stands for whatever is no text. */
    public static SortedSet<String> named(StringBuilder text) {
        SortedSet<String> named = new TreeSet<>();
        if (text.indexOf("[") < 0) {
            return named;
        }
        for (Matcher key = NAMED.matcher(text); key.find(); ) {
            named.add(key.group(1));
        }
        return named;
    }

    /** The keys of the sources that a page lists. */
    public static SortedSet<String> keys(Page page) {
        SortedSet<String> keys = new TreeSet<>();
        page.fields()
                .each("citations", Value.Record.class)
                .forEach(record -> record.fields().text("key").ifPresent(keys::add));
        return keys;
    }
}
