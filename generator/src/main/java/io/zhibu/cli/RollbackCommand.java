package io.zhibu.cli;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.release.Release;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhibu rollback}: lets readers have an earlier release. */
@Command(
        name = "rollback",
        customSynopsis = "zhibu rollback --to 文件夹 [名称]",
        description = "退回前一次发布，或写了名称的那一次；先核对它是不是完整。",
        footer = {"", "退出码：0 成功 · 1 没有那一次，或它不完整 · 2 命令写法有误 · 3 磁盘或程序出错 · 75 另一次发布正在写"})
final class RollbackCommand extends FolderCommand {
    @Parameters(arity = "0..1", paramLabel = "名称", description = "zhibu releases 列出的名称，或只写前面的号，如 7。")
    private String name;

    RollbackCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    int run(Releases releases, Releasing releasing) throws IOException {
        Optional<Release> to = name == null ? releases.before() : releases.named(name);
        if (to.isEmpty()) {
            String all = releases.all().stream().map(Release::id).collect(Collectors.joining("、"));
            return new Misuse(
                            name == null ? "没有更早的发布可退" : "没有“" + name + "”这一次发布",
                            "留着的有：" + (all.isEmpty() ? "（无）" : all) + "；写成 zhibu rollback --to 文件夹 名称")
                    .refuse(console, Exit.ERRORS);
        }
        Outcome<Optional<Release>> gone = releasing.goBack(to.get());
        say(gone.diagnostics());
        if (gone.hasErrors()) {
            console.out().println(to.get().id() + " 不完整，没有退回，读者看到的没有变。");
            return Exit.ERRORS;
        }
        console.out().println("已退回 " + to.get().id() + "，读者现在看到的就是它：" + releases.current());
        return Exit.GOOD;
    }
}
