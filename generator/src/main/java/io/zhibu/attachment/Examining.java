package io.zhibu.attachment;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipException;

/** Looks at every file that an entry names, by whatever way it got in. Pictures are looked at in their own room, but for their endings. */
public final class Examining {
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp", "svg");

    private final Map<String, Path> files;
    private final List<String> endings;
    private final Parallel parallel;
    private final Diagnostics diagnostics = new Diagnostics();

    private record Named(String file, String name, String ending, Where where) {}

    /**
     * @param files by path from the site's root
     * @param endings that the site takes, in lower case, without a dot
     */
    public Examining(Map<String, Path> files, List<String> endings, Parallel parallel) {
        this.files = files;
        this.endings = endings;
        this.parallel = parallel;
    }

    /**
     * What is wrong with the files beside these pages.
     *
     * @param told places whose file was found wrong already
     * @param setting where the endings are set
     */
    public List<Diagnostic> examine(List<Page> pages, Set<Where> told, Where setting) {
        endings.forEach(ending -> Unwanted.of(ending)
                .filter(Unwanted::runs)
                .ifPresent(one -> diagnostics.error(
                        setting,
                        "setting-value",
                        "“asset.endings”里不能有“" + ending + "”：" + one.why(),
                        "从这一行里删去 " + ending)));
        Map<String, Named> taken = new TreeMap<>();
        for (Page page : pages) {
            String folder = page.where().file().replaceFirst("[^/]*$", "");
            for (Page.Attached one : page.attached()) {
                Named named = new Named(folder + one.path(), one.path(), ending(one.path()), one.where());
                if (told.contains(one.where())) {
                    continue;
                } else if (!endings.contains(named.ending())) {
                    refuse(named);
                } else if (!PICTURES.contains(named.ending())) {
                    taken.putIfAbsent(named.file(), named);
                }
            }
        }
        parallel.map(List.copyOf(taken.values()), () -> this::look);
        return diagnostics.list();
    }

    /**
     * What is wrong with files that are published as they are, whatever their kind: told, and stops nothing.
     *
     * @param folder that the paths of the files begin in, with a slash at its end; empty for the site's root
     */
    public List<Diagnostic> examineAll(String folder) {
        List<Named> known = files.keySet().stream()
                .map(name -> new Named(name, name, ending(name), Where.inFile(folder + name)))
                .filter(one -> Format.named(one.ending())
                        .filter(format -> format != Format.TEXT)
                        .isPresent())
                .toList();
        parallel.map(known, () -> this::look);
        return diagnostics.list().stream()
                .map(one -> one.isError() ? one.as(Severity.WARNING) : one)
                .toList();
    }

    private static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).equals(name)
                ? ""
                : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void refuse(Named one) {
        String all = String.join("、", endings);
        Optional<Unwanted> reason = Unwanted.of(one.ending());
        String why = one.ending().isEmpty()
                ? "没有扩展名，别人的电脑不知道用什么打开"
                : reason.map(Unwanted::why).orElse("收的种类里没有 ." + one.ending());
        String remedy = one.ending().isEmpty()
                ? "给文件改名，加上它的扩展名；收的有 " + all
                : reason.map(Unwanted::remedy).orElse("换成收的一种：" + all + "；确实要收，在设置的 asset.endings 里加上 " + one.ending());
        diagnostics.error(one.where(), "file-ending", "不收“" + one.name() + "”这种文件：" + why, remedy);
    }

    private Optional<Void> look(Named one) {
        Optional<Format> format = Format.named(one.ending());
        try {
            Opened file = Opened.of(files.get(one.file()));
            if (isAsNamed(one, format, file) && format.isPresent()) {
                diagnostics.addAll(Inside.of(format.get(), file, one.name(), one.where()));
                traces(one, Traces.of(format.get(), file));
            }
        } catch (ZipException | EOFException broken) {
            diagnostics.error(
                    one.where(),
                    "file-content",
                    "“" + one.name() + "”是坏的，或没有拷全",
                    remedy("", format, one.ending(), false));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.empty();
    }

    private boolean isAsNamed(Named one, Optional<Format> format, Opened file) throws IOException {
        Optional<String> real = Format.of(file.head());
        boolean harmful =
                real.filter(what -> what.equals("网页") || what.equals("程序")).isPresent();
        if (format.isEmpty() && !harmful || format.isPresent() && !harmful && file.is(format.get())) {
            return true;
        }
        String named = format.map(Format::label).orElse("." + one.ending() + " 文件");
        boolean same = real.isEmpty() || real.get().equals(named);
        diagnostics.error(
                one.where(),
                "file-content",
                "“" + one.name() + "”"
                        + (same ? "不是完整的" + spaced(named) : "其实是" + spaced(real.get()) + "，不是" + spaced(named)),
                remedy(file.head(), format, one.ending(), harmful));
        return false;
    }

    /** With a space before Latin letters, as everywhere. */
    private static String spaced(String label) {
        return label.charAt(0) < 0x80 ? " " + label : label;
    }

    private static String remedy(String head, Optional<Format> format, String ending, boolean harmful) {
        if (harmful) {
            return "换成真正的 ." + ending + " 文件；改扩展名不能改变它是什么";
        } else if (head.startsWith(Format.OLD_OFFICE)) {
            return "在 Word、Excel、PowerPoint 或 WPS 里打开，去掉密码，“另存为”." + ending;
        } else if (format.equals(Optional.of(Format.TEXT))) {
            return "用记事本打开，“另存为”时编码选 UTF-8；打开是乱码就换一个文件";
        }
        return "从原处重新拷一遍；能打开就在那个软件里“另存为”." + ending;
    }

    private void traces(Named one, Traces traces) {
        if (!traces.runs().isEmpty()) {
            diagnostics.warning(
                    one.where(),
                    "file-script",
                    "“" + one.name() + "”里有" + traces.runs() + "，打开就可能运行",
                    "用“打印到 PDF”另做一份，打印出来的没有脚本");
        }
        if (traces.locked()) {
            diagnostics.notice(
                    one.where(), "file-locked", "“" + one.name() + "”加了密码，没有查里面写着谁", "有原来的文件就不加密码再导出一份；打开时要密码的，读者看不到");
        }
        if (!traces.found().isEmpty()) {
            diagnostics.warning(
                    one.where(),
                    "file-traces",
                    "“" + one.name() + "”里写着" + String.join("、", traces.found()) + "，下载的人都看得到",
                    traces.remedy());
        }
    }
}
