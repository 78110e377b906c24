package io.zhibu.workbench;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.preview.Edition;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All entries of a site and how each stands, those that can't be read included. */
final class Listing {
    private static final int MOST = 300;

    private final Path root;
    private final Drafts drafts;
    private final Lookup lookup;

    Listing(Path root, Drafts drafts, Lookup lookup) {
        this.root = root;
        this.drafts = drafts;
        this.lookup = lookup;
    }

    /**
     * What was asked for.
     *
     * @param typed part of a title or file name, in characters or pinyin; empty for all
     * @param type key of a type; empty for all
     * @param state one of the words of {@code states}; empty for all
     */
    record Asked(String typed, String type, String state) {}

    /**
     * @param content folder of the entries
     * @param changed files that differ from the last commit
     * @param sent what was sent to be reviewed, by file
     */
    Map<String, Object> of(
            Edition edition,
            Edition.Site site,
            String content,
            Set<String> changed,
            Map<String, Sent> sent,
            Asked asked)
            throws IOException {
        Map<String, Page> pages = pages(site);
        Map<String, Long> errors = counted(edition, true);
        Map<String, Long> warnings = counted(edition, false);
        Map<String, Integer> states = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (String file : files(content)) {
            Row row = row(file, pages.get(file), site, errors, warnings, changed, sent);
            int rank = rank(row, asked.typed());
            if (rank >= 0 && (asked.type().isEmpty() || row.type().equals(asked.type()))) {
                row.states().forEach(state -> states.merge(state, 1, Integer::sum));
                if (asked.state().isEmpty() || row.states().contains(asked.state())) {
                    rows.add(row.with(rank));
                }
            }
        }
        rows.sort(Comparator.comparingInt(Row::rank)
                .thenComparingInt(row -> row.states().contains("没存的稿") ? 0 : 1)
                .thenComparing(Row::file));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("states", states);
        told.put("count", rows.size());
        told.put("rows", rows.stream().limit(MOST).map(Row::told).toList());
        return told;
    }

    /**
     * @param commit on the branch
     * @param version of the text that was sent
     */
    record Sent(String branch, String commit, String version) {}

    private record Row(
            String file,
            String title,
            String type,
            String label,
            List<String> states,
            long errors,
            long warnings,
            int rank) {
        Row with(int other) {
            return new Row(file, title, type, label, states, errors, warnings, other);
        }

        Map<String, Object> told() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("file", file);
            told.put("title", title);
            told.put("type", label);
            told.put("states", states);
            told.put("errors", errors);
            told.put("warnings", warnings);
            return told;
        }
    }

    private int rank(Row row, String typed) {
        if (typed.isBlank()) {
            return 0;
        }
        int title = lookup.rank(row.title(), typed);
        return title >= 0 ? title : row.file().contains(typed.strip()) ? 3 : -1;
    }

    static Map<String, Page> pages(Edition.Site site) {
        Map<String, Page> pages = new HashMap<>();
        Stream.of(
                        site.catalogue().pages(),
                        site.catalogue().withheld(),
                        site.catalogue().restricted())
                .flatMap(List::stream)
                .forEach(page -> pages.put(page.where().file(), page));
        return pages;
    }

    private static Map<String, Long> counted(Edition edition, boolean errors) {
        Map<String, Long> counted = new HashMap<>();
        edition.diagnostics().stream()
                .filter(one -> errors ? one.isError() : isWarning(one))
                .forEach(one -> counted.merge(one.where().file(), 1L, Long::sum));
        return counted;
    }

    private static boolean isWarning(Diagnostic one) {
        return one.severity() == io.zhibu.diagnostic.Severity.WARNING;
    }

    private Set<String> files(String content) throws IOException {
        Set<String> files = new TreeSet<>(drafts.begun());
        Path folder = root.resolve(content);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.find(folder, 20, (path, kind) -> kind.isRegularFile())) {
                all.map(path -> root.relativize(path).toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".md") && !file.contains("/."))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private Row row(
            String file,
            Page page,
            Edition.Site site,
            Map<String, Long> errors,
            Map<String, Long> warnings,
            Set<String> changed,
            Map<String, Sent> sent)
            throws IOException {
        List<String> states = new ArrayList<>();
        Optional<Drafts.Held> held = Optional.empty();
        boolean draft = Files.exists(drafts.draftFile(file));
        boolean differs = changed.contains(file);
        if (page == null || differs && sent.containsKey(file)) {
            held = held(file);
        }
        if (draft) {
            states.add("没存的稿");
        }
        if (errors.containsKey(file)) {
            states.add("有错误");
        }
        if (differs && Files.exists(root.resolve(file))) {
            boolean under = held.flatMap(Drafts.Held::saved)
                    .filter(text -> sent.containsKey(file)
                            && Drafts.version(text).equals(sent.get(file).version()))
                    .isPresent();
            states.add(under ? "已提交审核" : "已改未提交");
        }
        Map<String, Object> values =
                held.map(one -> EntryText.of(one.text()).values()).orElse(Map.of());
        String type = page == null ? String.valueOf(values.getOrDefault("type", "")) : page.type();
        states.add(page == null ? status(String.valueOf(values.getOrDefault("status", ""))) : status(page));
        states.removeIf(String::isEmpty);
        String title = page == null
                ? String.valueOf(values.getOrDefault("title", file.substring(file.lastIndexOf('/') + 1)))
                : page.title();
        String label = site.config().schemas().type(type).map(Schema::label).orElse("说不清类型");
        return new Row(
                file, title, type, label, states, errors.getOrDefault(file, 0L), warnings.getOrDefault(file, 0L), 0);
    }

    private Optional<Drafts.Held> held(String file) throws IOException {
        try {
            return drafts.read(file);
        } catch (java.nio.charset.CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static String status(Page page) {
        return switch (page.heading().status()) {
            case DRAFT -> "草稿";
            case IN_REVIEW -> "审核中";
            case SCHEDULED -> "定时发布";
            case ARCHIVED -> "归档";
            case PUBLISHED -> page.sample() ? "示例" : "";
        };
    }

    private static String status(String written) {
        return written.equals(Status.DRAFT.name().toLowerCase(java.util.Locale.ROOT)) ? "草稿" : "";
    }
}
