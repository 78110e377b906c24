package io.zhibu.catalogue;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import java.util.Set;
import java.util.regex.Matcher;

/** Turns {@code [A1]} in the text into a link to the source of that key. Only keys that the page has; never in code or in a link. */
public final class Citing {
    private final Set<String> keys;
    private final Body.Builder cited = new Body.Builder();
    private final StringBuilder run = new StringBuilder();
    private int links;

    private Citing(Set<String> keys) {
        this.keys = keys;
    }

    public static Body cited(Page page) {
        Set<String> keys = Citations.keys(page);
        if (keys.isEmpty()) {
            return page.body();
        }
        Citing citing = new Citing(keys);
        page.body().forEach(citing::step);
        citing.flush();
        return citing.cited.build();
    }

    private void step(Event event) {
        if (event instanceof Event.Text text) {
            // The reader may cut a text at brackets, so a key is looked for in the whole run.
            run.append(text.text());
            return;
        }
        flush();
        if (event instanceof Event.Start start && isLink(start.element())) {
            links++;
        } else if (event instanceof Event.End end && isLink(end.element())) {
            links--;
        }
        cited.add(event);
    }

    private static boolean isLink(Event.Element element) {
        return element instanceof Event.Link || element instanceof Event.Image;
    }

    private void flush() {
        String text = run.toString();
        run.setLength(0);
        int plain = 0;
        Matcher match = Citations.NAMED.matcher(text);
        while (links == 0 && match.find()) {
            if (keys.contains(match.group(1))) {
                boolean follows = plain > 0 && plain == match.start();
                // Keys that stand together don't read as one.
                text(follows ? " " : text.substring(plain, match.start()));
                Event.Link link = new Event.Link("#cite-" + match.group(1), "", Event.Place.UNKNOWN);
                cited.add(new Event.Start(link));
                text(match.group(1));
                cited.add(new Event.End(link));
                plain = match.end();
            }
        }
        text(text.substring(plain));
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            cited.add(new Event.Text(text));
        }
    }
}
