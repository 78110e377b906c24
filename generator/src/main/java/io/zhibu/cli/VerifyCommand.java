package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.release.Release;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu verify}: whether what was published is still what was written. */
@Command(
        name = "verify",
        customSynopsis = "zhibu verify --to 文件夹 [--all]",
        description = "把读者看到的每个文件与发布时的清单核对：改过的、少了的、多出来的，逐个说出来。",
        footer = {"", "退出码：0 一个不差 · 1 有不同 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class VerifyCommand extends FolderCommand {
    @Option(names = "--all", description = "留着的每一次发布都核对。")
    private boolean all;

    VerifyCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    int run(Releases releases, Releasing releasing) throws IOException {
        List<Release> asked = all ? releases.all() : releases.live().stream().toList();
        if (asked.isEmpty()) {
            console.out()
                    .println("读者还看不到站点：" + releases.current() + " 不在，没有可核对的。换上留着的最近一次：zhibu rollback --to "
                            + releases.folder() + "；一次也没有留着，再发布一次。");
            return Exit.ERRORS;
        }
        List<Diagnostic> found = new ArrayList<>();
        int files = 0;
        for (Release release : asked) {
            found.addAll(releasing.verify(release));
            files += release.manifest().map(one -> one.files().size()).orElse(0);
        }
        say(found);
        console.out()
                .println("核对了 %d 次发布、%d 个文件：%s"
                        .formatted(asked.size(), files, found.isEmpty() ? "与清单一个不差。" : "有 " + found.size() + " 处不同。"));
        return found.isEmpty() ? Exit.GOOD : Exit.ERRORS;
    }
}
