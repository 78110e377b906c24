package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that a system or a program named as the copy of another one beside them. Such a copy is told of as one and read no further: its
 * faults are those of what it was copied from, which isn't to blame.
 */
final class Copies {
    /** What Windows, macOS, the desktops of Linux, browsers and cloud disks put behind a name; read again on what is left. */
    private static final Pattern BEHIND = Pattern.compile("(?i)(.+?)(?:"
            + "\\s*[(（]\\s*(?:\\d{1,3}|(?:第\\s*\\d+\\s*个|另一?个?)?\\s*(?:副本|复件|复制|拷贝)\\s*\\d*"
            + "|(?:another |\\d+(?:st|nd|rd|th) )?copy\\s*\\d*|[^()（）]*(?:冲突|conflict)[^()（）]*)\\s*[)）]"
            + "|[\\s_-]*的?(?:副本|复件|复制|拷贝)\\s*\\d*"
            + "|[\\s_-]+(?:copy|备份|backup)\\s*\\d*)");

    private static final Pattern BEFORE =
            Pattern.compile("(?i)(?:(?:复件|副本)\\s*(?:[(（]\\d{1,3}[)）]\\s*)?|copy(?: \\(\\d{1,3}\\))? of )(.+)");

    private final Map<String, String> originals = new HashMap<>();
    private boolean any;

    private Copies() {}

    /** @param entries by path from the site's root */
    static Copies among(Map<String, Path> entries) {
        Copies copies = new Copies();
        entries.keySet()
                .forEach(name -> original(name, entries::containsKey)
                        .ifPresent(first -> copies.add(name, entries.get(name), first, entries.get(first))));
        return copies;
    }

    private void add(String name, Path copy, String first, Path original) {
        any = true;
        if (sameId(copy, original)) {
            originals.put(name, first);
        }
    }

    /** Whether any file is named so, whatever it holds. */
    boolean any() {
        return any;
    }

    /** The file that this one is named as a copy of, if there is one; of a copy's copy, the first. */
    static Optional<String> original(String path, Predicate<String> exists) {
        int from = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        String ending = dot > from ? path.substring(dot) : "";
        String stem = path.substring(from, path.length() - ending.length());
        Optional<String> first = Optional.empty();
        for (Optional<String> left = without(stem); left.isPresent(); left = without(left.get())) {
            String original = path.substring(0, from) + left.get() + ending;
            first = exists.test(original) ? Optional.of(original) : first;
        }
        return first;
    }

    private static Optional<String> without(String stem) {
        for (Pattern mark : List.of(BEHIND, BEFORE)) {
            Matcher marked = mark.matcher(stem);
            if (marked.matches()) {
                return Optional.of(marked.group(1));
            }
        }
        return Optional.empty();
    }

    /** One that was given an id of its own is an entry like any other. */
    private static boolean sameId(Path copy, Path original) {
        Optional<String> id = Ids.guessed(SourceText.anyhow(copy));
        return id.isEmpty() || id.equals(Ids.guessed(SourceText.anyhow(original)));
    }

    Set<String> names() {
        return originals.keySet();
    }

    void tell(Map<String, Path> entries, Diagnostics diagnostics) {
        originals.forEach((copy, original) -> {
            boolean equal = SourceText.anyhow(entries.get(copy)).equals(SourceText.anyhow(entries.get(original)));
            diagnostics.error(
                    Where.inFile(copy),
                    "file-copy",
                    "像是 " + original + " 的副本，" + (equal ? "一字不差" : "标识相同，内容不同"),
                    (equal ? "删去它" : "核对哪一份是新的，把它存成原来的文件名，删去这一份") + "；要照着另写一篇，就给它改文件名和 id");
        });
    }
}
