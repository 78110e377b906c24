package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files beside the entries that are neither an entry nor in one: each is either an entry under another name, or in the way. */
final class Unused {
    private static final Pattern MARKDOWN = Pattern.compile("(?i).+\\.(?:md|markdown|mdown|mkd|mdx)");
    /** Another ending behind the one that its writer saw. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)(.+\\.(?:md|markdown))[\\s_]*(\\.(?:txt|text|html?|mht|mhtml|log|docx?|wps|wpt|rtf|odt|dotx?|bak|orig|old|rej|sw[a-p]|te?mp|save|backup|\\d+)|~|[\\s(（的副].*|\\.)");

    private static final String WORD = "(?i)\\.(?:docx?|wps|wpt|rtf|odt|dotx?)";
    private static final String LEFT_BEHIND = "(?i)~|\\.(?:bak|orig|old|rej|sw[a-p]|tmp|temp|save|backup|\\d+)";
    private static final Pattern WIDE = Pattern.compile("(?i).*(?:[。．]\\s*(?:md|ｍｄ)|\\.\\s+md|\\.ｍｄ|\\.m\\s+d)");
    private static final Pattern LIKE_AN_ENTRY = Pattern.compile(
            "(?sm)\\s{0,9}---\\s*\n.{0,2000}?^\\W?(?:id|type|title)\\s*[:：].*|.{0,2000}?\n~~~~~~\\s*\n.*");

    private static final String SHOWN = "Windows 平常不显示扩展名：在资源管理器里点“查看”，勾选“文件扩展名”（Windows 11 在“查看→显示”里），";

    private Unused() {}

    /** @param files what is no entry, by path from the site's root */
    static void tell(List<Page> pages, List<Unread> unread, SortedMap<String, Path> files, Diagnostics diagnostics) {
        Set<String> used = new HashSet<>();
        for (Page page : pages) {
            String folder = folder(page.where().file());
            page.attached().forEach(one -> used.add(folder + one.path()));
        }
        Set<String> doubtful = new HashSet<>();
        unread.forEach(entry -> doubtful.add(folder(entry.file())));
        files.forEach((name, file) -> {
            if (!used.contains(name)
                    && !isEntry(name, file, diagnostics)
                    && doubtful.stream().noneMatch(name::startsWith)) {
                diagnostics.warning(Where.inFile(name), "asset-unused", "没有哪一篇用到这个文件", remedy(name, files));
            }
        });
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static String remedy(String name, SortedMap<String, Path> files) {
        if (name.substring(name.lastIndexOf('/') + 1).startsWith("~$")) {
            return "这是 Word 或 WPS 打开文件时的临时文件：关掉那个文件，再删去它";
        }
        Optional<String> original = Copies.original(name, files::containsKey);
        if (original.isPresent()) {
            return "像是 " + original.get() + " 的副本：不要了就删去它";
        }
        return name.matches("(?i).+\\.(docx?|wps)")
                ? "Word 文件不会变成文章：把内容写进一个 .md 文件，再删去它；要给人下载就在正文里链接它"
                : "在正文或头信息里引用它，或删去它";
    }

    /** Whether the file was meant to be an entry, or is what is left of one; it is told of then. */
    private static boolean isEntry(String name, Path file, Diagnostics diagnostics) {
        Matcher hidden = HIDDEN.matcher(name);
        if (MARKDOWN.matcher(name).matches()) {
            tell(name, "扩展名不是 .md，不算文章", "是文章就把扩展名改成小写的 .md，不是就移出这个文件夹", diagnostics);
        } else if (hidden.matches()) {
            hidden(name, hidden.group(1), hidden.group(2), diagnostics);
        } else if (WIDE.matcher(name).matches()) {
            tell(name, "扩展名里的点或字母是全角的，或夹着空格，不算文章", "把扩展名改成半角的 .md", diagnostics);
        } else if (LIKE_AN_ENTRY.matcher(SourceText.anyhow(file)).matches()) {
            String ending = name.replaceFirst(".*/", "").replaceFirst("^[^.]*$|^.*(?=\\.)", "");
            tell(
                    name,
                    "里面像是一篇文章，" + (ending.isEmpty() ? "文件却没有扩展名" : "扩展名却是 " + ending) + "，不算文章",
                    SHOWN + "把扩展名改成 .md；不是文章就移出这个文件夹",
                    diagnostics);
        } else {
            return false;
        }
        return true;
    }

    private static void hidden(String name, String entry, String behind, Diagnostics diagnostics) {
        String seen = entry.substring(entry.lastIndexOf('/') + 1);
        if (behind.matches(WORD)) {
            tell(
                    name,
                    "是 Word 或 WPS 存的文件，不是纯文字，不算文章",
                    "在 Word 或 WPS 里“另存为”纯文本（编码选 UTF-8），再把扩展名改成 .md；" + SHOWN + "就看得见末尾的 " + behind,
                    diagnostics);
        } else if (behind.matches(LEFT_BEHIND)) {
            tell(name, "像是编辑器或 Git 留下的备份，不算文章", "不要了就删去它；要恢复就把文件名改成 " + seen, diagnostics);
        } else if (behind.matches("\\.[A-Za-z0-9_]+")) {
            tell(name, "扩展名其实是 " + behind + "，不是 .md，不算文章", SHOWN + "再把文件名改成 " + seen, diagnostics);
        } else {
            tell(name, "扩展名后面多了“" + behind.strip() + "”，不算文章", "不要了就删去它；是文章就把文件名改成 " + seen, diagnostics);
        }
    }

    private static void tell(String name, String message, String hint, Diagnostics diagnostics) {
        diagnostics.warning(Where.inFile(name), "content-ending", message, hint);
    }
}
