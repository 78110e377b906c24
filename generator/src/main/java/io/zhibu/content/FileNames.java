package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.unicode.Spelling;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds names of files against each other as every disk and every keyboard has them: a link and a file that read the same are the same. */
final class FileNames {
    private final Diagnostics diagnostics;

    FileNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * The files by the letters of their names. A checkout on Windows or macOS keeps one of two names that differ by case alone, and loses
     * the other without a word: here both are told.
     *
     * @param files by path from the site's root, as the disk has it
     */
    SortedMap<String, Path> bare(SortedMap<String, Path> files) {
        SortedMap<String, Path> bare = new TreeMap<>();
        Map<String, String> onDisk = new HashMap<>();
        files.forEach((name, file) -> {
            String letters = Spelling.bare(name);
            String first = onDisk.putIfAbsent(Spelling.onDisk(name), name);
            if (first != null) {
                same(name, first, letters.equals(Spelling.bare(first)));
            } else if (!letters.equals(Spelling.composed(name))) {
                diagnostics.warning(Where.inFile(letters), "file-name", "名称里有看不见的字符，或看着像汉字的部首符号", "给它改名，把名称重新输入一遍");
            }
            bare.putIfAbsent(letters, file);
        });
        return bare;
    }

    private void same(String name, String first, boolean letters) {
        diagnostics.error(
                Where.inFile(name),
                "file-name-same",
                letters ? "名称与 " + first + " 是同样的字，只是编码不同" : "名称与 " + first + " 只差大小写，在 Windows 和 macOS 上只留得下一个",
                letters ? "两个文件留一个，或给其中一个改名" : "给其中一个改名，引用它的地方也照着改");
    }
}
