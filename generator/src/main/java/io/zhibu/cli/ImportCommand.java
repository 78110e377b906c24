package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Dialect;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.intake.Entry;
import io.zhibu.intake.Imported;
import io.zhibu.intake.Importing;
import io.zhibu.intake.Known;
import io.zhibu.intake.Placing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu import}: Word documents become entries to go on with. */
@Command(
        name = "import",
        customSynopsis = "zhibu import [选项] 文件.docx…",
        description = "把 Word 文件变成条目：正文转成 Markdown，图片存到旁边，头信息先猜好，猜的都标“待核”。已有的条目不会被盖掉。",
        parameterListHeading = "%n参数：%n",
        footer = {"", "只收 .docx；没有接受的修订和批注要先在 Word 里处理", "退出码：0 都导入了或没有变 · 1 有没导入的 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class ImportCommand extends SiteCommand {
    @Parameters(arity = "0..*", paramLabel = "文件", description = "Word 文件（.docx），可以几个。")
    private List<Path> files = List.of();

    @Option(names = "--from", paramLabel = "文件夹", description = "导入这个文件夹里全部 Word 文件，连同下级文件夹。")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--to", paramLabel = "文件夹", description = "条目放到 content 里的哪个文件夹，默认是它那一类的。")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--type", paramLabel = "类型", description = "条目的类型，如 work-method 或“支部工作法”；不写就猜。")
    private String type = "";

    @Option(names = "--dry-run", description = "只说会怎样，什么也不写。")
    private boolean dryRun;

    @Option(names = "--renew", description = "Word 改过、条目没有人改过的，换成新的。")
    private boolean renew;

    @Option(names = "--discard-edits", description = "Word 改过的，连条目里后来的改动一起丢掉，换成新的；换下来的存在 target/import。")
    private boolean discard;

    ImportCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (files.isEmpty() && from.isEmpty()) {
            return Optional.of(new Misuse("没有写要导入的文件", "写成 zhibu import 文件.docx，或 zhibu import --from 文件夹"));
        }
        if (from.isPresent() && !Files.isDirectory(from.get())) {
            return Optional.of(new Misuse("--from 的“" + from.get() + "”不是文件夹", "写放着 Word 文件的文件夹；一个文件就直接写文件名"));
        }
        return Optional.empty();
    }

    @Override
    int run() throws IOException {
        Outcome<Config> config = new ConfigReading(site.root()).read();
        config.diagnostics().stream().filter(Diagnostic::isError).forEach(console.err()::println);
        if (config.hasErrors()) {
            console.out().println("没有导入：先改好上面说的设置。");
            return Exit.ERRORS;
        }
        Optional<Misuse> misuse = misuse(config.value());
        if (misuse.isPresent()) {
            return misuse.get().tell(console);
        }
        List<Imported> all = new ArrayList<>();
        try (Progress progress = new Progress(console)) {
            Building.Listing listing = building(progress).listing().value();
            List<Known> known = Known.of(listing.catalogue());
            Importing importing = new Importing(
                    config.value().schemas(),
                    known,
                    config.value().wording().readings(),
                    listing.today().getYear());
            if (!type.isEmpty() && importing.type(type).isEmpty()) {
                return new Misuse("没有“" + type + "”这一类", importing.types(type)).tell(console);
            }
            Path content = config.value().layout().content();
            Placing placing = new Placing(
                    site.root(),
                    content,
                    importing,
                    known,
                    new Placing.Wishes(to.map(folder -> within(folder, content)), type, dryRun, renew, discard));
            progress.begins("import");
            for (Named one : named()) {
                all.add(take(placing, one));
            }
        }
        tell(all);
        return all.stream().allMatch(one -> one.state().isGood()) ? Exit.GOOD : Exit.ERRORS;
    }

    private Optional<Misuse> misuse(Config config) {
        if (config.dialect() == Dialect.JBAKE) {
            return Optional.of(new Misuse("这是 JBake 项目，没有类型和字段，不能导入", "用 --site 指到知识库的文件夹"));
        }
        Path content = config.layout().content();
        return to.filter(folder -> !within(folder, content).startsWith(content))
                .map(folder -> new Misuse(
                        "--to 的“" + folder + "”不在 " + config.layout().spelt(content) + " 里", "写它里面的文件夹，如 work-method"));
    }

    /** As written from the site's root, or from the folder of content. */
    private Path within(Path folder, Path content) {
        Path whole = site.root().resolve(folder).normalize();
        return whole.startsWith(content) ? whole : content.resolve(folder).normalize();
    }

    private record Named(Path file, String name) {}

    private List<Named> named() throws IOException {
        List<Named> named = new ArrayList<>();
        files.forEach(file -> named.add(new Named(file.toAbsolutePath().normalize(), file.toString())));
        if (from.isPresent()) {
            try (Stream<Path> all = Files.find(from.get(), 10, (path, kind) -> kind.isRegularFile() && isWord(path))) {
                all.sorted()
                        .forEach(file -> named.add(new Named(
                                file.toAbsolutePath().normalize(),
                                from.get().relativize(file).toString().replace('\\', '/'))));
            }
        }
        return named;
    }

    /** Word's own locks begin with a tilde. */
    private static boolean isWord(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches("(?s).*\\.(docx|docm|doc|wps|rtf|odt)") && !name.startsWith("~$") && !name.startsWith(".");
    }

    private static Imported take(Placing placing, Named one) throws IOException {
        if (Files.isDirectory(one.file())) {
            return Placing.refused(one.name(), "这是文件夹", "导入整个文件夹用 --from " + one.name());
        }
        if (!Files.isRegularFile(one.file())) {
            return Placing.refused(one.name(), "没有这个文件", "核对文件名和它在哪个文件夹");
        }
        if (!Files.isReadable(one.file())) {
            return Placing.refused(one.name(), "没有权限读这个文件", "请有权限的人改文件的权限，或拷一份给你");
        }
        return placing.take(one.file(), one.name());
    }

    private void tell(List<Imported> all) {
        for (Imported one : all) {
            one.diagnostics().forEach(console.err()::println);
            console.out()
                    .println(one.name() + "：" + one.state().label()
                            + (one.entry().isEmpty() ? "" : " " + one.entry()));
            one.tally().ifPresent(tally -> console.out().println("    " + said(tally)));
            one.lines().forEach(line -> console.out().println("    " + line));
        }
        if (all.isEmpty()) {
            console.out().println("这个文件夹里没有 Word 文件。");
        } else if (from.isPresent() || all.size() > 1) {
            table(all);
        }
        boolean some = all.stream()
                .anyMatch(one -> one.state() == Imported.State.WRITTEN || one.state() == Imported.State.REPLACED);
        if (some) {
            console.out().println("下一步：打开条目，核对每一处“待核”，写上每一处“待写”，删去这些记号；再 zhibu check。上面说的也存在 target/import/标识.txt。");
        }
    }

    private static String said(Entry.Tally tally) {
        return "段落 %d，标题 %d，表格 %d，注 %d，图 %d；待核 %d 处，待写 %d 处"
                .formatted(
                        tally.paragraphs(),
                        tally.headings(),
                        tally.tables(),
                        tally.notes(),
                        tally.pictures(),
                        tally.guessed(),
                        tally.unwritten());
    }

    private void table(List<Imported> all) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("文件", "结果", "条目", "待核", "待写", "报告")));
        for (Imported one : all) {
            String guessed =
                    one.tally().map(tally -> String.valueOf(tally.guessed())).orElse("");
            String unwritten =
                    one.tally().map(tally -> String.valueOf(tally.unwritten())).orElse("");
            String said = one.diagnostics().isEmpty() ? "" : one.diagnostics().size() + " 条";
            rows.add(List.of(one.name(), one.state().label(), one.entry(), guessed, unwritten, said));
        }
        console.out().println();
        Columns.table(rows).forEach(console.out()::println);
        long good = all.stream().filter(one -> one.state().isGood()).count();
        console.out().println("共 " + all.size() + " 个，" + good + " 个办好，" + (all.size() - good) + " 个要处理。");
    }
}
