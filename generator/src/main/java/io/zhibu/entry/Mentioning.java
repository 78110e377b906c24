package io.zhibu.entry;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.unicode.Traced;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links what the running text names: a term where the page first mentions it, an institution wherever its title stands in 《》. Never in a
 * heading, in code, in a quotation, in a link or in a title, and never to the page itself. One pass over the text.
 */
final class Mentioning {
    private static final Pattern CLOSED =
            Pattern.compile("<(/?)(?:a|h[1-6]|blockquote|q|code|pre|kbd|samp|var)(?=[ >])");

    private final Page page;
    private final Glossary glossary;
    private final Set<String> mentioned = new HashSet<>();
    private final Body.Builder linked = new Body.Builder();
    private final StringBuilder run = new StringBuilder();
    private Traced said = Traced.of("");
    /** Where each 《 of the run is closed. */
    private final Map<Integer, Integer> closing = new HashMap<>();

    private int closed;
    private boolean found;

    private Mentioning(Page page, Glossary glossary) {
        this.page = page;
        this.glossary = glossary;
    }

    /** @param body of the page, perhaps with links more than the editor wrote */
    static Body linked(Page page, Body body, Glossary glossary) {
        if (glossary.isEmpty()) {
            return body;
        }
        Mentioning mentioning = new Mentioning(page, glossary);
        body.forEach(mentioning::step);
        mentioning.flush();
        return mentioning.found ? mentioning.linked.build() : body;
    }

    private void step(Event event) {
        if (event instanceof Event.Text text) {
            // The reader may cut a text at brackets and quotation marks, so names are looked for in the whole run.
            run.append(text.text());
            return;
        }
        flush();
        if (event instanceof Event.Start start && isClosed(start.element())) {
            closed++;
        } else if (event instanceof Event.End end && isClosed(end.element())) {
            closed--;
        } else if (event instanceof Event.Html html) {
            html(html.html());
        }
        linked.add(event);
    }

    /** A tag that the editor wrote. */
    private void html(String html) {
        Matcher tag = CLOSED.matcher(html);
        if (tag.lookingAt()) {
            closed = tag.group(1).isEmpty() ? closed + 1 : Math.max(0, closed - 1);
        }
    }

    private static boolean isClosed(Event.Element element) {
        return element instanceof Event.Heading
                || element instanceof Event.Quote
                || element instanceof Event.Link
                || element instanceof Event.Image;
    }

    private void flush() {
        said = Traced.of(run.toString());
        String text = said.letters();
        run.setLength(0);
        match(text);
        int plain = 0;
        int at = closed > 0 ? text.length() : 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '《' ? title(text, at, plain) : term(text, at, plain);
            if (end < 0) {
                plain = -end;
                at = plain;
            } else {
                at = end;
            }
        }
        text(plain, text.length());
    }

    /** Where to go on: behind the title, which is one thing even if nobody knows it; negative if the text up to there was written. */
    private int title(String text, int start, int plain) {
        int end = closing.getOrDefault(start, start);
        if (end == start) {
            return start + 1;
        }
        Optional<Page> named = glossary.titled(text.substring(start + 1, end)).filter(other -> other != page);
        if (named.isEmpty()) {
            return end + 1;
        }
        text(plain, start);
        link(named.get(), "", start, end + 1);
        return -(end + 1);
    }

    private void match(String text) {
        closing.clear();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = text.indexOf('《'); i >= 0 && i < text.length(); i++) {
            if (text.charAt(i) == '《') {
                open.push(i);
            } else if (text.charAt(i) == '》' && !open.isEmpty()) {
                closing.put(open.pop(), i);
            }
        }
    }

    private int term(String text, int start, int plain) {
        Optional<Phrases.Found<Page>> term = glossary.terms().at(text, start);
        if (term.isEmpty()) {
            return start + 1;
        }
        int end = start + term.get().length();
        if (term.get().meant() == page || !mentioned.add(term.get().meant().id())) {
            return end;
        }
        text(plain, start);
        link(term.get().meant(), Glossary.meaning(term.get().meant()), start, end);
        return -end;
    }

    private void link(Page to, String meaning, int from, int end) {
        found = true;
        Event.Link link = new Event.Link(page.address().linkTo(to.address()), meaning, Event.Place.UNKNOWN);
        linked.add(new Event.Start(link));
        text(from, end);
        linked.add(new Event.End(link));
    }

    /** The text as it was written, by where its letters begin and end. */
    private void text(int from, int end) {
        if (from < end) {
            linked.add(new Event.Text(said.between(from, end)));
        }
    }
}
