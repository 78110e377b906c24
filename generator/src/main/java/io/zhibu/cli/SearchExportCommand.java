package io.zhibu.cli;

import io.zhibu.config.Config;
import io.zhibu.config.Elsewhere;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import io.zhibu.search.Answer;
import io.zhibu.search.Search;
import io.zhibu.solr.Asking;
import io.zhibu.solr.Export;
import io.zhibu.solr.Fault;
import io.zhibu.solr.Solr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu search-export}: what the site's search is made of, for an engine of several machines. */
@Command(
        name = "search-export",
        customSynopsis = "zhibu search-export solr --to 文件夹或网址 [选项]",
        description = "把检索交给多台机器的 SolrCloud：写成文件，或推到那里，只推变了的。做出来的站点不变。说明见 generator/docs/solr.md。",
        parameterListHeading = "%n参数：%n",
        footer = {
            "",
            "停在半路的，再运行一次从停下的地方接着推；推完读者才看见新的。",
            "退出码：0 成功 · 1 内容或设置有错误，或 --check 找到了不同的 · 2 命令写法有误 · 3 磁盘、网络或程序出错"
        })
final class SearchExportCommand extends SiteCommand {
    private static final String ENGINE = "solr";
    private static final String COLLECTION = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final int MOST = 32;
    /** Results that readers see at once. */
    private static final int FIRST = 10;

    @Parameters(arity = "0..1", paramLabel = "solr", description = "交给什么，现在只有 solr。")
    private String engine = "";

    @Option(
            names = "--to",
            paramLabel = "文件夹或网址",
            description = "写到这个文件夹，或推到这里的 SolrCloud，如 http://10.1.2.3:8983/solr。")
    private String to = "";

    @Option(names = "--collection", paramLabel = "名称", description = "推到哪个集合，没有就建，默认 zhibu。")
    private String collection = "zhibu";

    @Option(
            names = "--id",
            paramLabel = "标识",
            description = "这个站点在集合里叫什么，默认照设置 search.solr.site，再是 site.host 的主机名；几个站点放在一个集合里，各写各的。")
    private String id = "";

    @Option(names = "--shards", paramLabel = "整数", description = "新建的集合分成几片，默认 2。")
    private int shards = 2;

    @Option(names = "--replicas", paramLabel = "整数", description = "新建的集合每片几份，默认 2。")
    private int replicas = 2;

    @Option(names = "--user", paramLabel = "名称", description = "Solr 的用户名；密码放在环境变量 ZHIBU_SOLR_PASSWORD 里。")
    private String user = "";

    @Option(names = "--dry-run", description = "只比较，说要推多少，不推。")
    private boolean dry;

    @Option(names = "--check", description = "推完，把 site-config/search-tests.yml 里的话问两边，前 10 条有不同的列出来。")
    private boolean check;

    SearchExportCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (!engine.equals(ENGINE)) {
            return Optional.of(new Misuse(
                    engine.isEmpty() ? "没有写交给什么" : "不认识“" + engine + "”", "写成 zhibu search-export solr --to 文件夹或网址"));
        }
        if (to.isEmpty()) {
            return Optional.of(new Misuse("没有写到哪里（--to）", "加 --to 文件夹，或 --to http://主机:8983/solr"));
        }
        if (isAddress() && address().isEmpty()) {
            return Optional.of(new Misuse("--to 的“" + to + "”不是网址", "写成 http://主机:8983/solr，用户名写在 --user"));
        }
        if (!isAddress() && (dry || check || !user.isEmpty())) {
            return Optional.of(new Misuse("--dry-run、--check、--user 是推到 SolrCloud 用的", "--to 写网址，或去掉它们"));
        }
        if (!collection.matches(COLLECTION)) {
            return Optional.of(new Misuse("“" + collection + "”不能做集合的名称", "只用字母、数字、“_”“-”“.”，不以“-”“.”开头"));
        }
        if (!id.isEmpty() && !Elsewhere.isSite(id)) {
            return Optional.of(new Misuse("“" + id + "”不能做站点的标识", "只用小写字母、数字、“.”和“-”，最多 63 个"));
        }
        if (!user.isEmpty() && password().isEmpty()) {
            return Optional.of(new Misuse("写了 --user，没有密码", "把密码放在环境变量 ZHIBU_SOLR_PASSWORD 里，不写在命令行上"));
        }
        return shards < 1 || shards > MOST || replicas < 1 || replicas > MOST
                ? Optional.of(new Misuse("--shards 和 --replicas 应是 1 到 " + MOST + " 的整数", "不写就是 2 片，每片 2 份"))
                : Optional.empty();
    }

    private boolean isAddress() {
        return to.matches("(?i)[a-z]{2,}://.*");
    }

    private Optional<URI> address() {
        try {
            URI uri = URI.create(to);
            boolean sound = String.valueOf(uri.getScheme()).matches("(?i)https?")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return sound ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String password() {
        return System.getenv().getOrDefault("ZHIBU_SOLR_PASSWORD", "");
    }

    @Override
    int run() throws IOException {
        return typed("没有导出", this::export);
    }

    private int export(Config config) throws IOException {
        Optional<String> name = id.isEmpty() ? Elsewhere.site(config.settings()) : Optional.of(id);
        if (name.isEmpty()) {
            return new Misuse(
                            "不知道这个站点叫什么",
                            "加 --id 标识（如 danwei-zhibu），或在 jbake.properties 里写 search.solr.site 或 site.host")
                    .tell(console);
        }
        Outcome<Search> search;
        try (Progress progress = new Progress(console)) {
            search = building(progress).search();
        }
        search.diagnostics().stream().filter(Diagnostic::isError).forEach(console.err()::println);
        if (search.hasErrors()) {
            console.out().println("没有导出：先改好上面说的错误。");
            return Exit.ERRORS;
        }
        Export export = new Export(search.value(), name.get());
        if (!isAddress()) {
            return write(export);
        }
        Solr solr = new Solr(
                address().orElseThrow(), user.isEmpty() ? Optional.empty() : Optional.of(user + ":" + password()));
        try {
            send(export, solr);
            return check
                    ? compare(config, search.value(), new Asking(solr, collection, name.get(), search.value()))
                    : Exit.GOOD;
        } catch (Fault fault) {
            return new Misuse(fault.getMessage(), fault.hint()).refuse(console, Exit.FAULT);
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof Fault fault) {
                return new Misuse(fault.getMessage(), fault.hint()).refuse(console, Exit.FAULT);
            }
            throw failed;
        }
    }

    private int write(Export export) throws IOException {
        Path folder = Path.of(to).toAbsolutePath().normalize();
        // By one thread: what sounds a name has isn't asked by two.
        Outcome<Publishing.Written> written =
                new Publishing(folder, new Parallel(1), (files, of) -> {}).publish(export.files(), false, false);
        written.diagnostics().forEach(console.err()::println);
        if (written.hasErrors()) {
            return Exit.failed(written.diagnostics());
        }
        console.out().println("已写：" + folder);
        return Exit.GOOD;
    }

    private void send(Export export, Solr solr) throws IOException {
        Export.Done done;
        try (Progress progress = new Progress(console)) {
            done = dry
                    ? export.compare(solr, collection)
                    : export.send(solr, collection, shards, replicas, progress::looked);
        }
        String would = dry ? "要" : "";
        String made = done.created() ? would + "建集合“" + collection + "”；" : "";
        console.out()
                .println(made + would + "新增 " + done.added() + " 条，" + would + "改 " + done.changed() + " 条，" + would
                        + "删 " + done.removed() + " 条，没有变的 " + done.same() + " 条");
    }

    private int compare(Config config, Search search, Asking asking) {
        Search there = search.rankedBy(asking);
        List<String> questions = config.expectations().stream()
                .map(one -> one.query())
                .distinct()
                .toList();
        List<String> other = new ArrayList<>();
        for (String question : questions) {
            List<String> here = first(search.answer(question));
            List<String> found = first(there.answer(question));
            if (!here.equals(found)) {
                other.add("“" + question + "”：这里 " + here + "，那里 " + found);
            }
        }
        other.forEach(console.out()::println);
        console.out().println("问了 " + questions.size() + " 句，前 " + FIRST + " 条不同的 " + other.size() + " 句");
        return other.isEmpty() ? Exit.GOOD : Exit.ERRORS;
    }

    private static List<String> first(Answer answer) {
        return answer.hits().stream().limit(FIRST).map(Answer.Hit::id).toList();
    }
}
