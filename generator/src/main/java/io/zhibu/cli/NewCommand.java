package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.OneFile;
import io.zhibu.intake.Beginning;
import io.zhibu.intake.Entry;
import io.zhibu.intake.Guess;
import io.zhibu.intake.Known;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu new}: an entry that begins from a type and a few answers. */
@Command(
        name = "new",
        customSynopsis = "zhibu new [选项] 类型",
        description = "新建一篇：在终端里一项一项地问，别处用 --title 和 --set；没有答的标“待写”或“未载”。已有的文件不会被盖掉。",
        parameterListHeading = "%n参数：%n",
        footer = {"", "开头的样子：site-config/archetypes/类型.md，里面的头信息和正文先用上", "退出码：0 已建好 · 1 有错误，没有建 · 2 命令写法有误 · 3 磁盘或程序出错"
        })
final class NewCommand extends SiteCommand {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    @Parameters(arity = "0..1", paramLabel = "类型", description = "如 work-method 或“支部工作法”。")
    private String type = "";

    @Option(names = "--title", paramLabel = "标题", description = "标题；写了就不再一项一项地问。")
    private String title = "";

    @Option(names = "--id", paramLabel = "标识", description = "标识，也是文件名；不写就由标题的拼音来。")
    private String id = "";

    @Option(names = "--set", paramLabel = "字段=值", description = "给一个字段，可以写几次；几个值用逗号隔开，如 --set tags=三亮,党课。")
    private List<String> set = List.of();

    NewCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (type.isEmpty()) {
            return Optional.of(new Misuse("没有写类型", "写成 zhibu new work-method"));
        }
        if (!id.isEmpty() && !(id.matches(ID) && id.length() >= 3 && id.length() <= 64)) {
            return Optional.of(new Misuse("--id 的“" + id + "”不能作标识", "用小写英文字母、数字和连字符，3 至 64 个字符"));
        }
        for (String one : set) {
            if (!one.matches("(?s)[a-z_]+=.+")) {
                return Optional.of(new Misuse("--set 的“" + one + "”不是“字段=值”", "写成 --set unit=单位名称"));
            }
        }
        return title.isEmpty() && !console.interactive()
                ? Optional.of(new Misuse("没有写标题，这里又不是终端，没法问", "写 --title \"标题\""))
                : Optional.empty();
    }

    @Override
    int run() throws IOException {
        return typed("没有建", this::begin);
    }

    private int begin(Config config) throws IOException {
        Building.Listing listing;
        try (Progress progress = new Progress(console)) {
            listing = building(progress).listing().value();
        }
        Beginning beginning = new Beginning(
                config.schemas(),
                Known.of(listing.catalogue()),
                config.wording().readings());
        Optional<Schema> schema = beginning.type(type);
        if (schema.isEmpty()) {
            List<String> types = beginning.types().stream().map(Schema::key).toList();
            return new Misuse("没有“" + type + "”这一类", Nearest.hint(type, types)).tell(console);
        }
        return begin(beginning, schema.get(), config);
    }

    private int begin(Beginning beginning, Schema schema, Config config) throws IOException {
        Path archetype = config.layout().file("site-config/archetypes/" + schema.key() + ".md");
        String overlay = "";
        try {
            overlay = Files.exists(archetype) ? Files.readString(archetype) : "";
        } catch (CharacterCodingException other) {
            console.err()
                    .println(Diagnostic.error(
                            where(config, archetype), "encoding", "文件不是 UTF-8 编码", "用记事本打开，另存为 UTF-8 编码"));
            return failed();
        }
        List<Diagnostic> faults = beginning.faults(schema, overlay, where(config, archetype));
        faults.forEach(console.err()::println);
        Map<String, Guess> values = new LinkedHashMap<>();
        if (faults.stream().anyMatch(Diagnostic::isError) | !given(beginning, schema, values)) {
            return failed();
        }
        Path folder = config.layout().content().resolve(schema.key());
        Asking asking = new Asking(console, beginning);
        boolean ask = title.isEmpty();
        if (ask && !title(asking, schema)) {
            return failed();
        }
        if (isTitleWrong(beginning, schema)) {
            return failed();
        }
        if (id.isEmpty()) {
            id = beginning.id(
                    title, one -> Files.exists(folder.resolve(one + ".md")) || Files.exists(folder.resolve(one)));
            id = ask
                    ? asking.line("标识（回车就用 " + id + "）：")
                            .filter(typed -> typed.matches(ID) && typed.length() >= 3 && typed.length() <= 64)
                            .orElse(id)
                    : id;
        }
        Path file = folder.resolve(id + ".md");
        if (beginning.isTaken(id) || Files.exists(file)) {
            console.err()
                    .println(Diagnostic.error(
                            where(config, file), "id-taken", "已经有标识是“" + id + "”的条目，没有动它", "换一个标识：--id"));
            return failed();
        }
        if (ask) {
            for (Field field : beginning.asked(schema)) {
                if (!values.containsKey(field.key())) {
                    asking.value(schema, field).ifPresent(value -> values.put(field.key(), value));
                }
            }
        }
        Entry entry = beginning.entry(schema, id, title, values, overlay);
        new OneFile(file, "---").write(fresh -> {
            Files.write(fresh, entry.text().getBytes(StandardCharsets.UTF_8));
            return !Files.exists(file);
        });
        console.out()
                .println("已建好 " + config.layout().spelt(file) + "：待核 "
                        + entry.tally().guessed() + " 处，待写 " + entry.tally().unwritten() + " 处");
        console.out().println("下一步：打开它写，写好的删去“待写”“待核”的记号，status 改成 published，填上 published；再 zhibu check。");
        return Exit.GOOD;
    }

    private int failed() {
        console.out().println("没有建。");
        return Exit.ERRORS;
    }

    private static Where where(Config config, Path file) {
        return Where.inFile(config.layout().spelt(file));
    }

    private boolean title(Asking asking, Schema schema) throws IOException {
        console.err().println("新建一篇" + schema.label() + "。不会答的按回车，以后在文件里写。");
        while (title.isEmpty()) {
            Optional<String> typed = asking.line("标题：");
            if (typed.isEmpty()) {
                console.err().println();
                return false;
            }
            title = typed.get();
        }
        return true;
    }

    private boolean isTitleWrong(Beginning beginning, Schema schema) {
        Optional<Field> field = schema.field("title");
        List<Diagnostic> faults = field.isEmpty()
                ? List.of()
                : beginning
                        .value(schema, field.get(), title, Where.inFile("--title"))
                        .diagnostics();
        faults.forEach(console.err()::println);
        return !faults.isEmpty();
    }

    /** What the command line says of fields; whether all of it can be. */
    private boolean given(Beginning beginning, Schema schema, Map<String, Guess> values) {
        boolean good = true;
        for (String one : set) {
            String key = one.substring(0, one.indexOf('='));
            String typed = one.substring(one.indexOf('=') + 1);
            Where where = Where.inFile("--set " + key);
            Optional<Field> field = schema.field(key).filter(any -> !key.matches("id|type|title"));
            List<Diagnostic> faults;
            if (field.isEmpty()) {
                List<String> keys = schema.fields().stream().map(Field::key).toList();
                String hint = key.matches("id|title") ? "写 --" + key : Nearest.hint(key, keys);
                faults = List.of(Diagnostic.error(
                        where, "field-unknown", "“" + schema.label() + "”没有“" + key + "”这个字段，或不能这样写", hint));
            } else {
                Outcome<Guess> value = beginning.value(schema, field.get(), typed, where);
                faults = value.diagnostics();
                values.put(key, value.value());
            }
            faults.forEach(console.err()::println);
            good &= faults.isEmpty();
        }
        return good;
    }
}
