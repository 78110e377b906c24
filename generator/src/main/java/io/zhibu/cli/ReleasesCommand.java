package io.zhibu.cli;

import io.zhibu.release.Manifest;
import io.zhibu.release.Release;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code zhibu releases}: what was published and is still there. */
@Command(
        name = "releases",
        customSynopsis = "zhibu releases --to 文件夹",
        description = "列出留着的几次发布，读者现在看到的是哪一次。",
        footer = {"", "退出码：0 成功 · 1 这里没有发布过 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class ReleasesCommand extends FolderCommand {
    ReleasesCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    int run(Releases releases, Releasing releasing) throws IOException {
        Optional<Release> live = releases.live();
        for (Release release : releases.all()) {
            boolean now = live.filter(one -> one.id().equals(release.id())).isPresent();
            console.out().println((now ? "* " : "  ") + release.id() + "  " + told(release));
        }
        console.out()
                .println(live.map(release -> "读者看到的是 " + release.id() + "（标 *）：" + releases.current())
                        .orElse("读者还看不到站点：" + releases.current() + " 不在"));
        return Exit.GOOD;
    }

    private static String told(Release release) {
        return release.manifest().map(ReleasesCommand::told).orElse("清单不见了或被改过");
    }

    private static String told(Manifest manifest) {
        String commit = manifest.fact("commit");
        return "%s，条目 %d 条，文件 %d 个，%.1f MB%s%s"
                .formatted(
                        manifest.fact("made"),
                        manifest.entries().size(),
                        manifest.files().size(),
                        Long.parseLong("0" + manifest.fact("bytes")) / 1e6,
                        commit.isEmpty() ? "" : "，提交 " + commit.substring(0, Math.min(10, commit.length())),
                        manifest.fact("commit-changed").equals("yes") ? "（另有没提交的改动）" : "");
    }
}
