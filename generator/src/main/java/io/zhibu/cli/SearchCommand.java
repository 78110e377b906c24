package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.search.Answer;
import io.zhibu.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        footer = {
            "",
            "-词 排除；引号里的话要原样出现；可用拼音或首字母。以 - 开头的话前面加 --",
            "退出码：0 都找到，或 --gaps 列完了 · 1 有没找到的 · 2 命令写法有误 · 3 磁盘或程序出错"
        })
final class SearchCommand extends SiteCommand {
    @Parameters(arity = "0..*", paramLabel = "词", description = "要找的词；几个词之间空一格。")
    private List<String> words = List.of();

    @Option(names = "--from", paramLabel = "文件", description = "不写词，改查文件里的，一行一问。")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--gaps",
            paramLabel = "文件",
            description = "不写词，读网页服务器的访问日志（nginx 的 combined 格式，看网址里的 q=）或一行一问的文件，列出问过而没有找全的，问得多的在前。不记谁问的、什么时候问的。")
    private Optional<Path> gaps = Optional.empty();

    @Option(names = "--limit", paramLabel = "整数", description = "最多列几条，默认 10。")
    private int limit = 10;

    @Option(names = "--json", description = "结果写成 JSON；有 --from 时一问一行。")
    private boolean json;

    @Option(names = "--literal", description = "只照打的字查，不试拼音、同音字和别的说法。")
    private boolean literally;

    @Option(names = "--explain", description = "每条说明分数、词的多少和次序由哪一步定。")
    private boolean explain;

    SearchCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (gaps.isPresent() && (!words.isEmpty() || from.isPresent() || json || explain)) {
            return Optional.of(new Misuse("--gaps 不能与要找的词、--from、--json、--explain 一起写", "只写 --gaps 和文件"));
        }
        if (gaps.isPresent() && !Files.isRegularFile(gaps.get())) {
            return Optional.of(new Misuse("--gaps 的“" + gaps.get() + "”不是文件", "写访问日志的文件名，或一行一问的文件"));
        }
        if (words.isEmpty() && from.isEmpty() && gaps.isEmpty()) {
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
        List<String> questions = gaps.isPresent() ? List.of() : questions();
        Optional<Asked> asked = gaps.isPresent() ? Optional.of(Asked.in(gaps.get())) : Optional.empty();
        Outcome<Search> search;
        try (Progress progress = new Progress(console)) {
            search = building(progress).search();
        }
        search.diagnostics().stream().filter(Diagnostic::isError).forEach(console.err()::println);
        if (asked.isPresent()) {
            printGaps(asked.get(), search.value());
            return Exit.GOOD;
        }
        boolean found = true;
        for (String question : questions) {
            Answer answer = literally
                    ? search.value().literally(question)
                    : search.value().answer(question);
            if (json) {
                console.out().println(AnswerJson.of(search.value(), answer, limit, from.isEmpty()));
            } else {
                from.ifPresent(any -> console.out().println("查：" + question));
                print(search.value(), answer, !search.hasErrors());
            }
            found &= !answer.hits().isEmpty() || !answer.called().isEmpty();
        }
        return found ? Exit.GOOD : Exit.ERRORS;
    }

    private void printGaps(Asked asked, Search search) {
        List<String> nothing = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        for (Map.Entry<String, Integer> question : asked.questions()) {
            Answer answer = search.answer(question.getKey());
            String line = question.getValue() + " 次  " + question.getKey();
            if (answer.hits().isEmpty() && answer.called().isEmpty()) {
                nothing.add(line);
            } else if (answer.strict() == 0 && answer.called().isEmpty()) {
                partly.add(line + "  最近的是“" + answer.hits().get(0).title() + "”");
            }
        }
        console.out()
                .println("读了 " + asked.lines() + " 行，问过 " + asked.questions().size() + " 样；什么也没有找到的 " + nothing.size()
                        + " 样，只找到一部分的 " + partly.size() + " 样");
        if (asked.personal() > 0) {
            console.out().println("另有 " + asked.personal() + " 次问的话里有长号码，可能是个人的，没有列");
        }
        printGroup("什么也没有找到，看看要不要补一篇：", nothing);
        printGroup("只找到一部分，看看要不要在 synonyms.yml 里登记同义词，或把这个说法写进那一篇：", partly);
    }

    private void printGroup(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            console.out().println(heading);
            lines.stream().limit(limit).forEach(line -> console.out().println("  " + line));
        }
        if (lines.size() > limit) {
            console.out().println("  ……另有 " + (lines.size() - limit) + " 样（--limit 多列几样）");
        }
    }

    /** @param whole whether all that the site has was read */
    private void print(Search search, Answer answer, boolean whole) {
        answer.messages().forEach(message -> console.err().println(message.text()));
        if (!answer.absent().isEmpty() && !answer.hits().isEmpty()) {
            console.err().println("本站没有写到“" + String.join("”“", answer.absent()) + "”");
        }
        if (answer.hits().isEmpty() && answer.called().isEmpty()) {
            console.err().println(whole ? "没有找到" : "没有找到：知识库有错误，没有读全；先改好上面说的，再查一遍");
        }
        answer.hits().stream().limit(limit).forEach(hit -> {
            console.out()
                    .println(hit.title() + (hit.place() ? "（" + hit.type() + "）" : "") + (hit.sample() ? "（示例）" : "")
                            + "  " + hit.uri());
            search.section(answer, hit)
                    .ifPresent(section -> console.out()
                            .println("    见“" + section.name() + "”：" + hit.uri() + "#" + section.anchor()));
            if (explain) {
                console.out().println("    " + explained(hit));
            }
        });
        int left = answer.hits().size() - limit;
        if (left > 0) {
            console.out().println("……另有 " + left + " 条（--limit 多列几条）");
        }
        answer.called()
                .forEach(place ->
                        console.out().println("名称正是这个的" + place.type() + "：" + place.title() + "  " + place.uri()));
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
