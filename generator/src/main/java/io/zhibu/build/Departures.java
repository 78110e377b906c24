package io.zhibu.build;

import io.zhibu.catalogue.Gone;
import io.zhibu.config.Config;
import io.zhibu.content.FormerReading;
import io.zhibu.history.Former;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Status;
import io.zhibu.tally.Week;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entries readers lost in the last weeks: those whose day came, and, as Git remembers them, those that were taken back or away. What
 * was never there for everyone isn't told of, nor what is there for fewer people now.
 */
final class Departures {
    private final Path root;
    private final Read read;
    private final LocalDate since;

    Departures(Path root, Read read) {
        this.root = root;
        this.read = read;
        this.since = Week.first(read.today());
    }

    /** In no order. */
    List<Gone> all() {
        List<Gone> gone = new ArrayList<>(expired());
        gone.addAll(taken());
        return gone;
    }

    private List<Gone> expired() {
        return read.catalogue().pages().stream()
                .filter(page -> page.isExpired(read.today()) && wasThere(page))
                .map(page -> new Gone(
                        page.title(),
                        page.type(),
                        page.fields()
                                .date("expires")
                                .flatMap(PartialDate::exact)
                                .orElseThrow()))
                .toList();
    }

    private List<Gone> taken() {
        Config config = read.config();
        Set<String> there = read.catalogue().pages().stream()
                .map(page -> page.where().file())
                .collect(Collectors.toSet());
        FormerReading reading =
                new FormerReading(config, Markdown.reader(config).get());
        List<Gone> gone = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Former former : Former.read(
                root,
                config.layout().spelt(config.layout().content()),
                config.settings().zone(),
                since,
                file -> file.endsWith(".md") && !there.contains(file))) {
            Optional<Page> was = former.day().isAfter(read.today())
                    ? Optional.empty()
                    : reading.read(former.text(), former.file(), former.day());
            was.filter(page -> wasThere(page) && page.heading().status() == Status.PUBLISHED)
                    .filter(page -> isAway(page.id()) && told.add(page.id()))
                    .ifPresent(page -> gone.add(new Gone(page.title(), page.type(), former.day())));
        }
        return gone;
    }

    private boolean wasThere(Page page) {
        return !page.sample()
                && page.restriction().isEmpty()
                && read.catalogue().isListed(page);
    }

    /** Moved to another file it is still there; and what is for fewer people now isn't named to the others. */
    private boolean isAway(String id) {
        Optional<Page> now = read.catalogue().page(id);
        return now.isEmpty() && !read.catalogue().isUnread(id)
                || now.isPresent()
                        && now.get().heading().status() == Status.ARCHIVED
                        && now.get().restriction().isEmpty();
    }
}
