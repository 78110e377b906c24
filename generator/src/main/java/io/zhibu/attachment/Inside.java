package io.zhibu.attachment;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What lies in a file that holds others, and would run or do harm when somebody opens or unpacks it. */
final class Inside {
    private static final long LARGE = 1L << 30;

    private Inside() {}

    static List<Diagnostic> of(Format format, Opened file, String name, Where where) throws IOException {
        return switch (format) {
            case DOCX, XLSX, PPTX -> office(Contents.of(file.path()), name, where);
            case ZIP -> archive(Contents.of(file.path()), Nested.of(file.path()), name, where);
            default -> List.of();
        };
    }

    private static List<Diagnostic> office(Contents contents, String name, Where where) {
        String macros = contents.some(Inside::isMacro);
        if (macros.isEmpty()) {
            return List.of();
        }
        return List.of(Diagnostic.error(
                where,
                "file-macros",
                "“" + name + "”里带着宏（" + macros + "），打开就可能运行",
                "在 Office 或 WPS 里打开，“另存为”不带宏的格式；改扩展名去不掉宏"));
    }

    private static boolean isMacro(Contents.Entry one) {
        return one.name()
                .toLowerCase(Locale.ROOT)
                .matches(".*/(?:vbaproject\\.bin|vbadata\\.xml|macrosheets/.*|activex\\d*\\.bin)");
    }

    private static boolean runs(Contents.Entry one) {
        return Unwanted.of(one.ending()).filter(Unwanted::runsUnpacked).isPresent();
    }

    private static List<Diagnostic> archive(Contents contents, Nested nested, String name, Where where) {
        List<Diagnostic> found = new ArrayList<>();
        List<Contents.Entry> all = Stream.concat(contents.entries().stream(), nested.entries().stream())
                .toList();
        String programs = Contents.some(all, one -> runs(one) || isMacro(one));
        if (!programs.isEmpty()) {
            found.add(Diagnostic.error(
                    where, "zip-program", "“" + name + "”里有打开就会运行的文件：" + programs, "从压缩包里删去它们：写明从哪里取得程序"));
        }
        String escaping = Contents.some(all, Contents.Entry::escapes);
        if (!escaping.isEmpty()) {
            found.add(
                    Diagnostic.error(where, "zip-path", "“" + name + "”里的文件会解压到别处：" + escaping, "在文件夹里选中要放的文件，重新压缩一遍"));
        }
        if (contents.locked()) {
            found.add(Diagnostic.warning(
                    where, "file-locked", "“" + name + "”加了密码，读者打不开，也查不了里面的文件", "不加密码重新压缩一遍；不能公开的不要放"));
        }
        if (!contents.locked() && !nested.whole()) {
            found.add(Diagnostic.notice(
                    where, "zip-unread", "“" + name + "”里的压缩包没有查完：太深、太大或加了密码", "不要在压缩包里再放压缩包：解开，把里面的文件直接放进去"));
        }
        if (contents.size() > LARGE) {
            found.add(Diagnostic.warning(
                    where,
                    "zip-large",
                    "“" + name + "”解压后有 " + (contents.size() >> 20) + " MB，普通电脑打不开",
                    "拆成几个，或只放要紧的文件"));
        }
        return found;
    }
}
