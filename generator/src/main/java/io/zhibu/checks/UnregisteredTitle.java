package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.unicode.Spelling;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text names a document between its marks that no entry and no list of sources has. Told once for each document. */
final class UnregisteredTitle implements TextCheck {
    private static final Pattern TITLE = Pattern.compile("《([^《》\\n]+)》");
    /** How documents of an office are called: a newspaper, a novel or a film between the same marks is registered nowhere. */
    private static final Pattern DOCUMENT = Pattern.compile(
            ".*((?<![作做方])法|办法|条例|规定|细则|意见|通知|通报|方案|制度|准则|章程|党章|宪法|规则|要点|纲要|决定|决议|标准|规范|指南|计划|规划|清单|规程|公报|公告|批复|函)([（(][^）)]*[）)])?");

    private final Set<String> known = new HashSet<>();
    private final Map<String, Set<Page>> unknown = new TreeMap<>();

    @Override
    public void begin(Catalogue catalogue) {
        Everything.pages(catalogue).forEach(page -> names(page).forEach(name -> known.add(bare(Spelling.bare(name)))));
    }

    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        // Whether a title is registered isn't told by the page that names it.
    }

    @Override
    public List<String> note(Page page, Texts texts) {
        return page.sample() ? List.of() : List.copyOf(named(texts.joined()));
    }

    @Override
    public void noted(Page page, List<String> titles) {
        titles.stream()
                .filter(title -> !known.contains(title))
                .forEach(title -> unknown.computeIfAbsent(title, any -> new LinkedHashSet<>())
                        .add(page));
    }

    @Override
    public void end(Diagnostics diagnostics) {
        unknown.forEach((title, pages) -> {
            Page first = pages.stream()
                    .min((one, other) ->
                            one.where().file().compareTo(other.where().file()))
                    .orElseThrow();
            diagnostics.notice(
                    first.where(),
                    "title-unregistered",
                    "正文里的《" + title + "》没有登记" + (pages.size() == 1 ? "" : "，共 " + pages.size() + " 篇提到"),
                    "给它建一篇制度文件，只登记题名也可以；登记了就自动链过去");
        });
    }

    private static Stream<String> names(Page page) {
        Stream<String> own = Stream.concat(Stream.of(page.title()), texts(page, List.of("aliases", "short_title")));
        Stream<String> sources = Stream.of("citations", "source")
                .flatMap(field -> page.fields().each(field, Value.Record.class))
                .flatMap(source -> source.fields().text("title").stream());
        return Stream.concat(own, sources);
    }

    private static Stream<String> texts(Page page, List<String> fields) {
        return fields.stream()
                .flatMap(field -> page.fields().list(field).stream())
                .map(Value::text);
    }

    private static Set<String> named(StringBuilder text) {
        Set<String> titles = new LinkedHashSet<>();
        if (text.indexOf("《") < 0) {
            return titles;
        }
        for (Matcher title = TITLE.matcher(Spelling.bare(text.toString())); title.find(); ) {
            if (DOCUMENT.matcher(title.group(1)).matches()) {
                titles.add(title.group(1));
            }
        }
        return titles;
    }

    private static String bare(String title) {
        return title.startsWith("《") && title.endsWith("》") ? title.substring(1, title.length() - 1) : title;
    }
}
