package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.hanzi.Readings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A file that readers fetch has an address of signs that no keyboard types: letters that aren't ASCII, blanks, brackets. */
final class PlainNames implements Check {
    private static final String PLAIN = "[A-Za-z0-9._/-]+";

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Map<String, Where> named = new TreeMap<>();
        Everything.pages(catalogue).forEach(page -> {
            String folder = page.where().file().replaceFirst("[^/]*$", "");
            page.attached().stream()
                    .filter(file -> !file.path().matches(PLAIN))
                    .forEach(file -> named.merge(folder + file.path(), file.where(), PlainNames::first));
        });
        if (named.isEmpty()) {
            return;
        }
        Readings readings = new Readings(Map.of());
        named.forEach((file, where) -> {
            String name = file.substring(where.file().replaceFirst("[^/]*$", "").length());
            diagnostics.notice(
                    where,
                    "file-name-plain",
                    "文件名“" + name + "”里有汉字、空格或别的符号，网址里成了一串百分号，转发时容易断",
                    "给文件改名，只用英文字母、数字和连字符，如 " + plain(name, readings) + "，引用它的地方也照着改");
        });
    }

    private static Where first(Where one, Where other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What is read aloud as it is read, and everything else as hyphens. */
    private static String plain(String name, Readings readings) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c < 0x80 && Character.toString(c).matches(PLAIN)) {
                plain.append(c);
            } else if (c >= 0x4E00 && c <= 0x9FFF) {
                int end = at;
                while (end < name.length() && name.charAt(end) >= 0x4E00 && name.charAt(end) <= 0x9FFF) {
                    end++;
                }
                plain.append(String.join("", readings.of(name.substring(at, end))));
                at = end - 1;
            } else {
                plain.append('-');
            }
        }
        String tidy = plain.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("-+", "-")
                .replaceAll("-?([./])-?", "$1")
                .replaceAll("^-|-$", "");
        return tidy.replaceFirst(".*/", "").startsWith(".") ? tidy.replaceFirst("([^/]*)$", "file$1") : tidy;
    }
}
