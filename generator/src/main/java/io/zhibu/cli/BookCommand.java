package io.zhibu.cli;

import io.zhibu.book.Bookmaking;
import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.OneFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu book}: a collection as a PDF that can be printed, or as an EPUB. */
@Command(
        name = "book",
        customSynopsis = "zhibu book [选项] --collection 标识",
        description = "把一个专题印成书：封面、目录、一条一章，A4 的 PDF；或做成电子书。",
        footer = {
            "",
            "PDF 的字体：book.font（与标题用的 book.font.bold），不写就用系统里装了的",
            "退出码：0 成功 · 1 内容、设置或字体有错误 · 2 命令写法有误 · 3 磁盘或程序出错"
        })
final class BookCommand extends SiteCommand {
    @Option(names = "--collection", paramLabel = "标识", description = "专题的标识（id）。")
    private String collection = "";

    @Option(names = "--epub", description = "做成电子书（EPUB 3），不要字体。")
    private boolean epub;

    @Option(names = "--out", paramLabel = "文件", description = "写到哪里，默认 <知识库>/target/book/<标识>.pdf 或 .epub。")
    private Path out;

    BookCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (collection.isEmpty()) {
            return Optional.of(new Misuse("没有写要印哪个专题", "写成 zhibu book --collection 专题的标识"));
        }
        return out != null && (out.toString().isEmpty() || Files.isDirectory(out))
                ? Optional.of(new Misuse("--out 的“" + out + "”不是文件名", "写一个文件名，如 target/book.pdf"))
                : Optional.empty();
    }

    @Override
    int run() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Outcome<byte[]> book;
        try (Progress progress = new Progress(console)) {
            Outcome<Building.Contents> contents = building(progress).contents();
            diagnostics.addAll(contents.diagnostics());
            progress.begins("book");
            book = diagnostics.hasErrors() ? Outcome.of(new byte[0]) : made(contents.value());
            diagnostics.addAll(book.diagnostics());
        }
        diagnostics.list().stream()
                .filter(one -> site.verbose() || one.isError() || one.rule().startsWith("book-"))
                .forEach(console.err()::println);
        if (diagnostics.hasErrors()) {
            console.out().println("没有印成书。");
            return Exit.ERRORS;
        }
        file().write(fresh -> {
            Files.write(fresh, book.value());
            return true;
        });
        console.out().println("书已印成（%d KB）：%s".formatted(book.value().length / 1000, target().toUri()));
        return Exit.GOOD;
    }

    private Outcome<byte[]> made(Building.Contents contents) throws IOException {
        Bookmaking making =
                new Bookmaking(contents.config(), contents.catalogue(), contents.ordering(), contents.today());
        return (epub ? making.ebook(collection, contents.pictures()) : making.book(collection, contents.pictures()))
                .then(book -> new Outcome<>(book, refusal(contents.config(), book)));
    }

    /** Nothing to say where there is no book, for then the name of its file may be none. */
    private List<Diagnostic> refusal(Config config, byte[] book) {
        if (book.length == 0) {
            return List.of();
        }
        List<Diagnostic> refusal = new ArrayList<>(file().refusal());
        BuildCommand.misplaced(config, target()).ifPresent(refusal::add);
        return refusal;
    }

    private Path target() {
        return target(out, "target/book/" + collection + (epub ? ".epub" : ".pdf"));
    }

    private OneFile file() {
        return new OneFile(target(), epub ? Bookmaking.ebookBegin() : "%PDF");
    }
}
