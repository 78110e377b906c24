package io.zhibu.cli;

import io.zhibu.release.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu key}: a pair of keys for signing deltas. */
@Command(
        name = "key",
        customSynopsis = "zhibu key --out 文件",
        description = "生成一对给增量包签名的钥匙：私钥写到文件，公钥写到 文件.pub。私钥只留在打包的机器上。",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        footer = {"", "退出码：0 成功 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class KeyCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--out", paramLabel = "文件", description = "私钥写到哪里；已有的文件不覆盖。")
    private Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明。")
    private boolean help;

    KeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null || out.toString().isEmpty()) {
            return new Misuse("没有写私钥放在哪里", "加 --out 文件，如 --out zhibu.key").tell(console);
        }
        Path file = out.toAbsolutePath().normalize();
        if (Files.exists(file) || Files.exists(Keys.open(file))) {
            return new Misuse("--out 的“" + out + "”已经有了，不覆盖", "换一个文件名；丢了私钥，用旧公钥的那一头就收不了新的包").tell(console);
        }
        Keys.write(file);
        console.out().println("私钥（不要给人，也不要提交到 Git）：" + file);
        console.out().println("公钥（给装增量包的那一头）：" + Keys.open(file));
        return Exit.GOOD;
    }
}
