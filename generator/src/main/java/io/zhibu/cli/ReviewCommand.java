package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.OneFile;
import io.zhibu.history.Changed;
import io.zhibu.history.Revision;
import io.zhibu.page.Page;
import io.zhibu.release.Digest;
import io.zhibu.review.ReviewSheets;
import io.zhibu.review.Reviewed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhibu review}: a sheet of paper for each entry that three people review. */
@Command(
        name = "review",
        customSynopsis = "zhibu review [选项] 文件…",
        description = "打印审核单：一篇一张，写明审的是哪一份（SHA-256 摘要）、三审、检查的结果和出处；浏览器打开，打印或存成 PDF。",
        parameterListHeading = "%n文件：%n",
        footer = {"", "退出码：0 成功 · 1 有一篇读不出来，没有它的审核单 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class ReviewCommand extends SiteCommand {
    @Mixin
    private Scope scope;

    @Option(names = "--out", paramLabel = "文件", description = "写到哪里，默认 <知识库>/target/review.html。")
    private Path out;

    ReviewCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (scope.isAll()) {
            return Optional.of(
                    new Misuse("没有写审哪几篇", "写文件，如 zhibu review content/work-method/某篇.md；或 --changed-since main"));
        }
        return out != null && (out.toString().isEmpty() || Files.isDirectory(out))
                ? Optional.of(new Misuse("--out 的“" + out + "”不是文件名", "写一个文件名，如 target/review.html"))
                : scope.misuse(site.root());
    }

    @Override
    int run() throws IOException {
        Outcome<Building.Checked> checked;
        try (Progress progress = new Progress(console)) {
            checked = building(progress).judged(false);
        }
        Building.Built built = checked.value().built();
        List<Page> pages = pages(built.catalogue());
        Scope.Found found = scope.found(
                site.root(),
                pages.stream().map(page -> page.where().file()).toList(),
                built.today().toString());
        if (!found.fault().isEmpty()) {
            return new Misuse("--changed-since 查不出改了哪些文件：" + found.fault(), "写 Git 认得的提交或分支，如 HEAD、main").tell(console);
        }
        List<Page> wanted =
                pages.stream().filter(page -> found.holds(page.where().file())).toList();
        boolean unread = tellUnread(found, pages, checked.diagnostics());
        if (wanted.isEmpty()) {
            console.out().println("没有审核单：" + (unread ? "先改好上面的错误。" : "这里没有条目。"));
            return unread ? Exit.ERRORS : Exit.GOOD;
        }
        List<Reviewed> reviewed = new ArrayList<>();
        for (Page page : wanted) {
            reviewed.add(reviewed(built, page, checked.diagnostics()));
        }
        OneFile file = new OneFile(target(out, "target/review.html"), ReviewSheets.MARK);
        List<Diagnostic> refusal = file.refusal();
        if (!refusal.isEmpty()) {
            refusal.forEach(console.err()::println);
            return Exit.ERRORS;
        }
        Optional<String> commit = commit(reviewed);
        String html = new ReviewSheets(built.today(), commit).of(reviewed);
        file.write(fresh -> {
            Files.writeString(fresh, html);
            return true;
        });
        console.out()
                .println("审核单 " + reviewed.size() + " 张："
                        + target(out, "target/review.html").toUri());
        return unread ? Exit.ERRORS : Exit.GOOD;
    }

    /** Of which all that is reviewed is; empty where something of it is not committed. */
    private Optional<String> commit(List<Reviewed> reviewed) {
        Changed.Since since = new Changed(site.root()).since("HEAD");
        boolean committed = since.fault().isEmpty()
                && reviewed.stream()
                        .flatMap(one -> one.pieces().stream())
                        .noneMatch(piece -> since.files().contains(piece.file()));
        return committed ? Revision.of(site.root()).map(Revision::commit) : Optional.empty();
    }

    /** Whether a file that was asked for is an entry that couldn't be read. */
    private boolean tellUnread(Scope.Found found, List<Page> pages, List<Diagnostic> diagnostics) {
        List<Diagnostic> unread = diagnostics.stream()
                .filter(Diagnostic::isError)
                .filter(found::holds)
                .filter(one -> pages.stream()
                        .noneMatch(
                                page -> page.where().file().equals(one.where().file())))
                .toList();
        unread.forEach(console.err()::println);
        return !unread.isEmpty();
    }

    private static List<Page> pages(Catalogue catalogue) {
        return Stream.of(catalogue.pages(), catalogue.withheld(), catalogue.restricted())
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(page -> page.where().file()))
                .toList();
    }

    private Reviewed reviewed(Building.Built built, Page page, List<Diagnostic> diagnostics) throws IOException {
        String file = page.where().file();
        List<String> files = new ArrayList<>(List.of(file));
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        page.attached().stream().map(one -> folder + one.path()).forEach(files::add);
        List<Reviewed.Piece> pieces = new ArrayList<>();
        for (String one : files) {
            pieces.add(new Reviewed.Piece(one, Digest.of(site.root().resolve(one))));
        }
        return new Reviewed(
                page,
                built.config().schemas().type(page.type()).orElseThrow(),
                pieces,
                diagnostics.stream()
                        .filter(one -> files.contains(one.where().file()))
                        .toList());
    }
}
