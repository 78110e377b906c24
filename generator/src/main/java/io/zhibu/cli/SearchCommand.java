package io.zhibu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import io.zhibu.search.Answer;
import io.zhibu.search.Search;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu search}: what the site's search finds, asked of Lucene itself. Writes nothing. */
@Command(
        name = "search",
        customSynopsis = "zhibu search [选项] 词…",
        description = "在知识库里查词，最合适的在前；与网页上的搜索同样的次序。",
        parameterListHeading = "%n参数：%n",
        footer = {"", "-词 排除；引号里的话要原样出现；可用拼音或首字母。以 - 开头的话前面加 --", "退出码：0 找到 · 1 没有找到 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class SearchCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private SiteOptions site;

    @Parameters(arity = "1..*", paramLabel = "词", description = "要找的词；几个词之间空一格。")
    private String[] words;

    @Option(names = "--limit", paramLabel = "整数", description = "最多列几条，默认 10。")
    private int limit = 10;

    @Option(names = "--json", description = "结果写成 JSON。")
    private boolean json;

    @Option(names = "--explain", description = "每条说明分数、词的多少和次序由哪一步定。")
    private boolean explain;

    SearchCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Misuse> misuse = site.misuse().or(this::misuse);
        return misuse.isPresent() ? misuse.get().tell(console) : search();
    }

    private Optional<Misuse> misuse() {
        return limit < 1 ? Optional.of(new Misuse("--limit 应是大于 0 的整数", "不写就列 10 条")) : Optional.empty();
    }

    private int search() throws IOException {
        Outcome<Search> search;
        try (Progress progress = new Progress(console)) {
            Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors());
            search = site.building(clock, false, parallel, progress::begins).search();
        }
        search.diagnostics().stream().filter(Diagnostic::isError).forEach(console.err()::println);
        Answer answer = search.value().answer(String.join(" ", words));
        if (json) {
            console.out().println(json(answer));
        } else {
            print(answer);
        }
        return answer.hits().isEmpty() ? Exit.ERRORS : Exit.GOOD;
    }

    private void print(Answer answer) {
        answer.messages().forEach(message -> console.err().println(message.text()));
        if (answer.hits().isEmpty()) {
            console.err().println("没有找到");
        }
        answer.hits().stream().limit(limit).forEach(hit -> {
            console.out().println(hit.title() + "  " + hit.uri());
            if (explain) {
                console.out().println("    " + explained(hit));
            }
        });
        int left = answer.hits().size() - limit;
        if (left > 0) {
            console.out().println("……另有 " + left + " 条（--limit 多列几条）");
        }
    }

    private static String explained(Answer.Hit hit) {
        String tier = switch (hit.tier()) {
            case TITLE -> "标题里每个词都有";
            case ALL -> "每个词都有";
            case SOME -> "有一部分词";
        };
        String stage = switch (hit.wording()) {
            case TITLE -> "第二步：标题里原样有";
            case TEXT -> "第二步：正文里原样有";
            case NONE -> hit.stage() == 2 ? "第二步：没有原样的，按第一步的次序" : "第一步";
        };
        return "分数 " + hit.score() + "，" + tier + "；" + stage;
    }

    private static String json(Answer answer) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeNumberField("total", answer.total());
            out.writeBooleanField("totalExact", answer.exact());
            out.writeNumberField("strict", answer.strict());
            out.writeArrayFieldStart("messages");
            for (io.zhibu.search.Message message : answer.messages()) {
                out.writeString(message.code());
            }
            out.writeEndArray();
            out.writeArrayFieldStart("hits");
            for (Answer.Hit hit : answer.hits()) {
                out.writeStartObject();
                out.writeStringField("id", hit.id());
                out.writeStringField("title", hit.title());
                out.writeStringField("uri", hit.uri());
                out.writeNumberField("score", hit.score());
                out.writeStringField("tier", hit.tier().name().toLowerCase(Locale.ROOT));
                out.writeNumberField("stage", hit.stage());
                out.writeStringField(
                        "exact",
                        hit.wording() == Answer.Wording.NONE
                                ? ""
                                : hit.wording().name().toLowerCase(Locale.ROOT));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }
}
