package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import io.zhibu.page.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which entry an id stands for. */
final class Ids {
    private static final Pattern WRITTEN = Pattern.compile("(?m)^\\W*id\\s*[:=：＝]\\s*[\"']?([A-Za-z0-9_-]+)");

    private static final Pattern STATUS =
            Pattern.compile("status\\s*[:=：＝]\\s*[\"'“]?([^\"'”#\\s]*)[\"'”]?\\s*(?:#.*)?");
    private static final Pattern END = Pattern.compile("\\s*(?:[-—–－_]{2,}|[~～]{3,}|#{1,6}\\s.*)?\\s*");
    private static final Set<String> DRAFT = Set.of("draft", "草稿");

    private Ids() {}

    /** The header may be what is broken, so its line of the id is looked for, whatever stands around it. */
    static Optional<String> guessed(String text) {
        Matcher id = WRITTEN.matcher(text);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    /** @param name path from the site's root */
    static Unread unread(String name, Path file) {
        String stem = name.replaceFirst(".*/", "").replaceFirst("\\.[^.]*$", "");
        String text = SourceText.anyhow(file);
        return new Unread(name, guessed(text).orElse(stem), drafted(text));
    }

    /** Whether the first line of the header that has a status says so; below the header it may be somebody's example. */
    private static boolean drafted(String text) {
        String[] lines = text.stripLeading().split("\n", -1);
        boolean fenced = lines[0].stripTrailing().equals("---");
        for (int i = fenced ? 1 : 0; i < lines.length && !END.matcher(lines[i]).matches(); i++) {
            Matcher status = STATUS.matcher(lines[i]);
            if (status.matches()) {
                return DRAFT.contains(status.group(1));
            }
        }
        return false;
    }

    /**
     * The first page of each id; all others are told of, and counted as unread.
     *
     * @param pages by path of their file
     */
    static List<Page> unique(List<Page> pages, List<Unread> unread, Diagnostics diagnostics) {
        Map<String, List<Page>> byId = new LinkedHashMap<>();
        pages.forEach(
                page -> byId.computeIfAbsent(page.id(), id -> new ArrayList<>()).add(page));
        List<Page> unique = new ArrayList<>();
        for (List<Page> same : byId.values()) {
            unique.add(same.get(0));
            for (int i = 1; i < same.size(); i++) {
                unread.add(new Unread(same.get(i).where().file(), same.get(i).id()));
            }
            // Which of them came first nobody knows here, so each is told of all others.
            for (Page page : same.size() > 1 ? same : List.<Page>of()) {
                diagnostics.error(
                        place(page),
                        "id-duplicate",
                        "标识“" + page.id() + "”也写在 "
                                + same.stream()
                                        .filter(other -> other != page)
                                        .map(other -> place(other).toString())
                                        .collect(Collectors.joining("、")),
                        "给后写的那一篇另起一个标识；是拷贝来的文件，删去它或改 id 这一行");
            }
        }
        return unique;
    }

    private static Where place(Page page) {
        return page.fields().get("id").map(Value::where).orElse(page.where());
    }
}
