package io.zhibu.cli;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import io.zhibu.release.Applying;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu apply}: a signed delta becomes the site that readers have. */
@Command(
        name = "apply",
        customSynopsis = "zhibu apply --to 文件夹 --key 公钥 增量包",
        description = "把 zhibu package --since 打的增量包装上：签名、起点和每个文件都对才换；中途停了，再运行一次接着装。",
        footer = {"", "退出码：0 成功 · 1 签名、起点或文件不对 · 2 命令写法有误 · 3 磁盘或程序出错 · 75 另一次发布正在写"})
final class ApplyCommand extends FolderCommand {
    private static final int KEPT = 7;

    @Parameters(paramLabel = "增量包", description = "zhibu package --since 打的文件。")
    private Path delta;

    @Option(names = "--key", paramLabel = "文件", description = "打包那一头的公钥。")
    private Path key;

    @Option(names = "--keep", paramLabel = "整数", description = "留最近几次发布，默认 7。")
    private int keep = KEPT;

    ApplyCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    Optional<Misuse> misuse() {
        if (key == null) {
            return Optional.of(new Misuse("没有写用哪把公钥核对", "加 --key 文件，用打包那一头给的 .pub 文件"));
        }
        if (keep < 2) {
            return Optional.of(new Misuse("--keep 应是 2 以上的整数", "至少留 2 次，才退得回去"));
        }
        return Files.isRegularFile(delta)
                ? Optional.empty()
                : Optional.of(new Misuse("没有“" + delta + "”这个文件", "写增量包的文件名"));
    }

    @Override
    int run(Releases releases, Releasing releasing) throws IOException {
        Outcome<Optional<Applying.Applied>> applied =
                new Applying(releases, Parallel.everywhere()).apply(delta, key, keep);
        say(applied.diagnostics());
        if (applied.value().isEmpty()) {
            console.out().println("没有装上，读者看到的没有变。");
            return Exit.ERRORS;
        }
        Applying.Applied one = applied.value().get();
        console.out()
                .println(
                        one.already()
                                ? "读者现在看到的已是 " + one.release().id() + "，核对过，一个文件不差。"
                                : "已装上 %s：取自增量包 %d 个文件%s：%s"
                                        .formatted(
                                                one.release().id(),
                                                one.taken(),
                                                one.resumed() > 0 ? "，上次已装 " + one.resumed() + " 个" : "",
                                                releases.current()));
        return Exit.GOOD;
    }
}
