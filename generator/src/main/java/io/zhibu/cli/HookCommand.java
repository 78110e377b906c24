package io.zhibu.cli;

import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.disk.OneFile;
import io.zhibu.history.Changed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhibu hook install}: from then on Git checks what is staged before each commit. */
@Command(
        name = "hook",
        customSynopsis = "zhibu hook install [选项]",
        description = "装一个 Git 钩子：每次提交之前检查暂存的内容，有错误就不提交。",
        parameterListHeading = "%n做什么：%n",
        footer = {"", "不要了就删去 .git/hooks/pre-commit；只这一次不查：git commit --no-verify", "退出码：0 装好了 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class HookCommand extends SiteCommand {
    private static final String BEGIN = "#!/bin/sh\n# zhibu hook";

    private static final String SCRIPT = BEGIN + """
            : 提交之前检查暂存的内容。由 zhibu hook install 写；删去这个文件就不查。
            set -eu
            top=$(git rev-parse --show-toplevel)
            site={SITE}
            cd "$top/$site"
            git diff --cached --quiet -- {FOLDERS} && exit 0
            staged=$(mktemp -d)
            trap 'rm -rf "$staged"' EXIT
            trap 'exit 1' HUP INT TERM
            git diff --cached --name-only -z --relative --diff-filter=ACMR -- {CONTENT} >"$staged/names"
            root=$top/$site
            # Where the folder is what is staged, the folder is checked; else what is staged is laid out beside it.
            if ! git diff --quiet -- {ALL} || [ -n "$(git ls-files --others -- {ALL})" ]; then
                root=$staged/site/$site
                git ls-files -z --cached -- {ALL} | git checkout-index --force --prefix="$staged/site/" -z --stdin
            fi
            zhibu() {
                if [ -x "$top/$site/zhibu" ]; then "$top/$site/zhibu" "$@"; else {JAVA} -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Dfile.encoding=UTF-8 -jar {JAR} "$@"; fi
            }
            set -- check --site "$root" --cache "$top/$site/target/cache"
            if [ -s "$staged/names" ]; then
                tr '\\0' '\\n' <"$staged/names" >"$staged/lines"
                while IFS= read -r name; do set -- "$@" "$name"; done <"$staged/lines"
            fi
            zhibu "$@" || { echo '没有提交：改好上面的错误，git add，再提交。' >&2; exit 1; }
            """;

    @Parameters(paramLabel = "install", description = "装钩子。")
    private String what;

    HookCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        return what.equals("install")
                ? Optional.empty()
                : Optional.of(new Misuse("hook 后面只能写 install，这里是“" + what + "”", "写成 zhibu hook install"));
    }

    @Override
    int run() throws IOException {
        String hooks = new Changed(site.root()).hooks();
        if (hooks.isEmpty()) {
            return new Misuse("这个文件夹不在 Git 仓库里，或没有装 Git", "先 git init 或 git clone").tell(console);
        }
        Path hook = site.root().resolve(hooks).resolve("pre-commit").normalize();
        OneFile file = new OneFile(hook, BEGIN);
        if (!file.isOurs()) {
            return new Misuse("已有别的钩子：" + hook, "在它里面加一行 zhibu check，或移走它再装").tell(console);
        }
        String script = script();
        file.write(fresh -> {
            Files.writeString(fresh, script, StandardCharsets.UTF_8);
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return true;
        });
        console.out().println("钩子已装好：" + hook);
        console.out().println("以后 git commit 之前检查暂存的文章，有错误就不提交。");
        return Exit.GOOD;
    }

    private String script() throws IOException {
        Config config = new ConfigReading(site.root()).read().value();
        String content = config.layout().spelt(config.layout().content());
        String templates = config.layout().spelt(config.layout().templates());
        String assets = config.layout().spelt(config.layout().assets());
        String all = quoted(content) + " site-config " + quoted(templates) + " " + quoted(assets);
        return SCRIPT.replace("{SITE}", quoted(new Changed(site.root()).prefix()))
                .replace("{FOLDERS}", quoted(content) + " site-config")
                .replace("{ALL}", all)
                .replace("{CONTENT}", quoted(content))
                .replace(
                        "{JAVA}",
                        quoted(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()))
                .replace("{JAR}", quoted(program()));
    }

    /** Where the program lies that runs now. */
    private static String program() {
        try {
            return Path.of(HookCommand.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For a shell, and with the slashes that Git's shell on Windows takes. */
    private static String quoted(String text) {
        return "'" + text.replace('\\', '/').replace("'", "'\\''") + "'";
    }
}
