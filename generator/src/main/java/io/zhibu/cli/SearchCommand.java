package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.search.Answer;
import io.zhibu.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu search}: what the site's search finds, asked of Lucene itself. Writes nothing. */
@Command(
        name = "search",
        customSynopsis = "zhibu search [选项] 词…",
        description = "在知识库里查词，最合适的在前；与网页上的搜索同样的次序。",
        parameterListHeading = "%n参数：%n",
        footer = {"", "-词 排除；引号里的话要原样出现；可用拼音或首字母。以 - 开头的话前面加 --", "退出码：0 都找到 · 1 有没找到的 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class SearchCommand extends SiteCommand {
    @Parameters(arity = "0..*", paramLabel = "词", description = "要找的词；几个词之间空一格。")
    private List<String> words = List.of();

    @Option(names = "--from", paramLabel = "文件", description = "不写词，改查文件里的，一行一问。")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--limit", paramLabel = "整数", description = "最多列几条，默认 10。")
    private int limit = 10;

    @Option(names = "--json", description = "结果写成 JSON；有 --from 时一问一行。")
    private boolean json;

    @Option(names = "--explain", description = "每条说明分数、词的多少和次序由哪一步定。")
    private boolean explain;

    SearchCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (words.isEmpty() && from.isEmpty()) {
            return Optional.of(new Misuse("没有写要找的词", "写成 zhibu search 三亮"));
        }
        if (!words.isEmpty() && from.isPresent()) {
            return Optional.of(new Misuse("要找的词和 --from 只能写一样", "去掉一样"));
        }
        if (from.isPresent() && !Files.isRegularFile(from.get())) {
            return Optional.of(new Misuse("--from 的“" + from.get() + "”不是文件", "写一个文件名，里面一行一问"));
        }
        return limit < 1 ? Optional.of(new Misuse("--limit 应是大于 0 的整数", "不写就列 10 条")) : Optional.empty();
    }

    private List<String> questions() throws IOException {
        // Notepad puts a mark before the first line.
        return from.isEmpty()
                ? List.of(String.join(" ", words))
                : Files.readString(from.get())
                        .replaceFirst("^\uFEFF", "")
                        .lines()
                        .toList();
    }

    @Override
    int run() throws IOException {
        List<String> questions = questions();
        Outcome<Search> search;
        try (Progress progress = new Progress(console)) {
            search = building(progress).search();
        }
        search.diagnostics().stream().filter(Diagnostic::isError).forEach(console.err()::println);
        boolean found = true;
        for (String question : questions) {
            Answer answer = search.value().answer(question);
            if (json) {
                console.out().println(AnswerJson.of(answer, limit, from.isEmpty()));
            } else {
                from.ifPresent(any -> console.out().println("查：" + question));
                print(answer, !search.hasErrors());
            }
            found &= !answer.hits().isEmpty();
        }
        return found ? Exit.GOOD : Exit.ERRORS;
    }

    /** @param whole whether all that the site has was read */
    private void print(Answer answer, boolean whole) {
        answer.messages().forEach(message -> console.err().println(message.text()));
        if (answer.hits().isEmpty()) {
            console.err().println(whole ? "没有找到" : "没有找到：知识库有错误，没有读全；先改好上面说的，再查一遍");
        }
        answer.hits().stream().limit(limit).forEach(hit -> {
            console.out().println(hit.title() + (hit.sample() ? "（示例）" : "") + "  " + hit.uri());
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
}
