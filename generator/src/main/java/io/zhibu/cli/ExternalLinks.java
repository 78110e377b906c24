package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.OneFile;
import io.zhibu.external.Answers;
import io.zhibu.external.Asking;
import io.zhibu.external.Judging;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where entries link to other hosts, and what those hosts answered, today or before. */
final class ExternalLinks {
    private static final String REMEMBERED = "target/external-links.tsv";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String WEB = "(?i)https?://[^\\s/]+.*";

    private final Path remembered;
    private final Building.Built built;
    private final Map<String, List<Where>> written = new TreeMap<>();
    private String told = "";

    ExternalLinks(Path root, Building.Built built) {
        this.remembered = root.resolve(REMEMBERED);
        this.built = built;
    }

    /** Where there is no network, what was answered before is told, with its days. */
    List<Diagnostic> ask() throws IOException {
        Stream.of(
                        built.catalogue().pages(),
                        built.catalogue().withheld(),
                        built.catalogue().restricted())
                .flatMap(List::stream)
                .forEach(this::collect);
        Answers before = Files.isRegularFile(remembered)
                ? Answers.read(new String(Files.readAllBytes(remembered), StandardCharsets.UTF_8))
                : Answers.none();
        Asking.Round round = new Asking(PATIENCE, built.today()).ask(written.keySet(), before);
        if (round.offline()) {
            told = "外站一个也连不上，多半这里没有网络：" + (before.all().isEmpty() ? "没有查。" : "下面是以前问的，日期写在后面。");
        } else {
            told = "链接的外站网址 " + written.size() + " 个，这一次问了 " + round.asked() + " 个，记在 " + REMEMBERED + "。";
            new OneFile(remembered, Answers.BEGIN.strip()).write(fresh -> {
                Files.writeString(fresh, round.answers().text());
                return true;
            });
        }
        return Judging.judge(written, round.answers());
    }

    /** How it went, in a sentence. */
    String told() {
        return told;
    }

    private void collect(Page page) {
        page.fields().all().values().forEach(this::collect);
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                add(link.target(), page, link.place());
            } else if (event instanceof Event.Html html && html.leading() == Event.Leading.LINK) {
                add(html.target(), page, html.place());
            }
        });
    }

    private void collect(Value value) {
        if (value instanceof Value.Many many) {
            many.values().forEach(this::collect);
        } else if (value instanceof Value.Record group) {
            group.fields().all().values().forEach(this::collect);
        } else if (value instanceof Value.Text text) {
            add(text.text(), text.where());
        }
    }

    private void add(String target, Page page, Event.Place place) {
        add(target, page.where().at(place.line(), place.column()));
    }

    private void add(String target, Where where) {
        String address = target.strip();
        if (address.matches(WEB)) {
            written.computeIfAbsent(address, any -> new ArrayList<>()).add(where);
        }
    }
}
