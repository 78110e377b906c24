package io.zhibu.cli;

import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.disk.OneFile;
import io.zhibu.forms.Forge;
import io.zhibu.forms.FormSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu forms}: settings of a form editor in the forge's web page. */
@Command(
        name = "forms",
        customSynopsis = "zhibu forms [选项]",
        description =
                "生成网页表单编辑器（Decap CMS、Sveltia CMS）的 config.yml：每类的字段、必填、词表都照 site-config。怎样装见 generator/docs/forms.md。",
        footer = {"", "退出码：0 成功 · 1 设置有错误 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class FormsCommand extends SiteCommand {
    @Option(names = "--forge", paramLabel = "gitlab|gitea", description = "仓库在哪一种平台上，默认照设置 site.forge。")
    private String forge = "";

    @Option(names = "--repository", paramLabel = "网址", description = "仓库网页的网址，默认照设置 site.repository。")
    private String repository = "";

    @Option(names = "--app-id", paramLabel = "标识", description = "在平台上给编辑器登记的应用的标识；不写，编辑用自己的访问令牌登录（Sveltia）。")
    private String app = "";

    @Option(names = "--out", paramLabel = "文件", description = "写到哪里，如 admin/config.yml；不写就印在屏幕上。")
    private Path out;

    FormsCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (!forge.isEmpty() && Forge.of(forge).isEmpty()) {
            return Optional.of(new Misuse("没有“" + forge + "”这种平台", Nearest.hint(forge, Forge.words())));
        }
        return out != null && (out.toString().isEmpty() || Files.isDirectory(out))
                ? Optional.of(new Misuse("--out 的“" + out + "”不是文件名", "写一个文件名，如 admin/config.yml"))
                : Optional.empty();
    }

    @Override
    int run() throws IOException {
        return typed("没有生成", this::settings);
    }

    private int settings(Config config) throws IOException {
        Optional<Forge> where =
                Forge.of(forge.isEmpty() ? config.settings().get("site.forge").orElse("") : forge);
        if (where.isEmpty()) {
            return new Misuse("不知道仓库在哪一种平台上", "加 --forge gitlab 或 --forge gitea，或在 jbake.properties 里写 site.forge")
                    .tell(console);
        }
        String address =
                repository.isEmpty() ? config.settings().get("site.repository").orElse("") : repository;
        Optional<URI> page = page(address);
        if (page.isEmpty()) {
            return new Misuse(
                            address.isEmpty() ? "不知道仓库的网址" : "仓库的网址“" + address + "”不能用",
                            "加 --repository https://git.example.cn/dangjian/zhibu，或在 jbake.properties 里写 site.repository")
                    .tell(console);
        }
        String file = new FormSettings(
                        config.schemas(), config.layout().spelt(config.layout().content()))
                .file(
                        where.get(),
                        page.get(),
                        config.settings().get("site.branch").orElse("main"),
                        app);
        return write(file);
    }

    private int write(String file) throws IOException {
        if (out == null) {
            console.out().print(file);
            return Exit.GOOD;
        }
        OneFile target = new OneFile(out.toAbsolutePath().normalize(), FormSettings.MARK);
        List<Diagnostic> refusal = target.refusal();
        if (!refusal.isEmpty()) {
            refusal.forEach(console.err()::println);
            return Exit.ERRORS;
        }
        target.write(fresh -> {
            Files.writeString(fresh, file);
            return true;
        });
        console.out().println("已写：" + out.toAbsolutePath().normalize());
        return Exit.GOOD;
    }

    /** Empty unless it names a repository on a web server. */
    private static Optional<URI> page(String address) {
        try {
            URI uri = new URI(address);
            boolean whole = uri.getScheme() != null
                    && uri.getScheme().matches("https?")
                    && uri.getHost() != null
                    && uri.getPath().replaceAll("^/+|/+$", "").contains("/");
            return whole ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }
}
