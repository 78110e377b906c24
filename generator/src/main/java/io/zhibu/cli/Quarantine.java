package io.zhibu.cli;

import io.zhibu.config.Layout;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import io.zhibu.ownfile.OwnFile;
import io.zhibu.release.Digest;
import io.zhibu.release.GoodSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps entries with errors as readers last had them, so that the others can go out. Errors anywhere else than in the content are not its
 * matter.
 */
final class Quarantine {
    /** What ends the header of an entry, in either of the two ways of writing one. */
    private static final Pattern HEADER =
            Pattern.compile("\\A\uFEFF?---[ \\t]*\\R(?s:.*?)\\R---[ \\t]*\\R|\\A(?s:.*?)(?m:^)~{6,}[ \\t]*\\R");

    private final Path root;
    private final GoodSources good;
    /** The version that is shown instead, by path. */
    private final SortedMap<String, GoodSources.Good> shown = new TreeMap<>();
    /** Those of which nothing is shown. */
    private final SortedSet<String> out = new TreeSet<>();
    /** Asked for already, and as it was last night. */
    private final Set<String> unchanged = new HashSet<>();

    private final List<Diagnostic> reasons = new ArrayList<>();

    Quarantine(Path root, GoodSources good) {
        this.root = root;
        this.good = good;
    }

    /**
     * Takes what has errors out of the way; whether that can help. It can't if something else than content is wrong, nor if what was
     * taken out before is told of again.
     */
    boolean takes(List<Diagnostic> diagnostics, Layout layout) throws IOException {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        String content = layout.spelt(layout.content()) + "/";
        if (errors.isEmpty()
                || errors.stream().anyMatch(error -> !error.where().file().startsWith(content))) {
            return false;
        }
        boolean changed = false;
        // In a version that is shown instead, lines are counted otherwise than in the editor's file.
        errors.stream()
                .filter(error -> !shown.containsKey(error.where().file()))
                .forEach(reasons::add);
        for (String path :
                new TreeSet<>(errors.stream().map(error -> error.where().file()).toList())) {
            changed |= isHeld(path, errors);
        }
        return changed;
    }

    private boolean isHeld(String path, List<Diagnostic> errors) throws IOException {
        Optional<GoodSources.Good> last = good.of(path);
        boolean asLastNight = last.isPresent() && last.get().digest().equals(digest(path));
        if (asLastNight && unchanged.add(path)) {
            // What it needs is broken or gone: that is what is to be as it was.
            restore(path, errors);
            return true;
        }
        if (last.isPresent() && !asLastNight && !shown.containsKey(path) && !out.contains(path)) {
            shown.put(path, last.get());
            return true;
        }
        shown.remove(path);
        return out.add(path);
    }

    /** What an entry names that was deleted since. */
    private void restore(String path, List<Diagnostic> errors) throws IOException {
        for (String gone : good.paths()) {
            String stem = gone.replaceFirst(".*/", "").replaceFirst("\\.[^.]*$", "");
            boolean named = errors.stream()
                    .anyMatch(error ->
                            error.where().file().equals(path) && error.message().contains(stem));
            if (named && !Files.exists(root.resolve(gone))) {
                good.of(gone).ifPresent(version -> shown.put(gone, version));
            }
        }
    }

    private String digest(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.isRegularFile(file) ? Digest.of(OwnFile.bytes(file)) : "";
    }

    boolean isEmpty() {
        return shown.isEmpty() && out.isEmpty();
    }

    /** What a build reads instead. */
    Overlay overlay() throws IOException {
        Map<String, Path> instead = new HashMap<>();
        for (Map.Entry<String, GoodSources.Good> one : shown.entrySet()) {
            instead.put(one.getKey(), told(one.getKey(), one.getValue()));
        }
        return new Overlay(instead, out);
    }

    /** Readers are told that they see an earlier version of an entry, above its text. */
    private Path told(String path, GoodSources.Good version) throws IOException {
        if (!path.endsWith(".md")) {
            return version.file();
        }
        String text = new String(Files.readAllBytes(version.file()), StandardCharsets.UTF_8);
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            return version.file();
        }
        String note = "\n> [!注意] 这里是 " + version.day() + " 核对过的版本\n> 后来的修改还没有通过核对，通过以前显示这一版。\n\n";
        String whole = text.substring(0, header.end()) + note + text.substring(header.end());
        return good.told(path, whole.getBytes(StandardCharsets.UTF_8));
    }

    /** The version that is shown of a file, without the note. */
    Optional<GoodSources.Good> shown(String path) {
        return Optional.ofNullable(shown.get(path));
    }

    /** What of a build's diagnostics is about files that it read as they are, and errors anywhere. */
    List<Diagnostic> others(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(one -> one.isError() || !shown.containsKey(one.where().file()))
                .toList();
    }

    /** What was wrong, and what readers have of it. */
    List<Diagnostic> told() {
        List<Diagnostic> told = new ArrayList<>(reasons);
        shown.forEach((path, version) -> told.add(Diagnostic.warning(
                Where.inFile(path),
                "quarantine-kept",
                "读者看到的仍是 " + version.day() + " 核对过的版本，页上注明了",
                "照这个文件的错误改好，下一次发布就换上；要撤下它，也要改掉引用它的条目")));
        out.forEach(path -> told.add(
                Diagnostic.warning(Where.inFile(path), "quarantine-out", "没有可用的旧版本，读者看不到它", "照这个文件的错误改好，下一次发布就出来")));
        return told.stream().sorted().distinct().toList();
    }

    /** Remembers what the site that readers have now was made of. */
    void remember(Layout layout, String day) throws IOException {
        Set<String> held = new HashSet<>(shown.keySet());
        held.addAll(out);
        good.keep(sources(layout), held, day);
    }

    /** How many bytes {@link #remember} will write, at the most. */
    long toRemember(Layout layout) throws IOException {
        return good.fresh(sources(layout));
    }

    private static SortedMap<String, Path> sources(Layout layout) throws IOException {
        SortedMap<String, Path> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(layout.content())) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> sources.put(layout.spelt(file), file));
        }
        return sources;
    }
}
