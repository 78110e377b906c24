package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Content that JBake reads and we don't: one error a folder, however many files lie in it. */
final class Unsupported {
    private static final String HINT = "把内容转成 Markdown，或把文件移出内容文件夹";

    private Unsupported() {}

    static boolean is(String name) {
        return !name.endsWith(".md") && !name.endsWith(".html");
    }

    /** @param names paths of files, all of them unsupported */
    static List<Diagnostic> told(Collection<String> names) {
        Map<String, List<String>> folders = new TreeMap<>();
        names.forEach(
                name -> folders.computeIfAbsent(name.substring(0, name.lastIndexOf('/')), folder -> new ArrayList<>())
                        .add(name));
        return folders.entrySet().stream()
                .map(folder -> told(folder.getKey(), folder.getValue()))
                .toList();
    }

    private static Diagnostic told(String folder, List<String> names) {
        if (names.size() == 1) {
            return Diagnostic.error(
                    Where.inFile(names.get(0)), "content-unsupported", "不支持这种内容文件，只支持 .md 和 .html", HINT);
        }
        String endings = String.join(
                "、",
                names.stream()
                        .map(name -> name.substring(name.lastIndexOf('.')))
                        .sorted()
                        .distinct()
                        .toList());
        return Diagnostic.error(
                Where.inFile(folder),
                "content-unsupported",
                "这个文件夹里有 " + names.size() + " 个不支持的内容文件（" + endings + "），只支持 .md 和 .html",
                HINT);
    }
}
