package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.content.Overlay;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Cache;
import io.zhibu.publish.MemoryFolder;
import io.zhibu.publish.SiteFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The words that every command takes, whose site it is about and on which day, and the headings of its help. */
@Command(synopsisHeading = "用法：", optionListHeading = "%n选项：%n")
final class SiteOptions {
    @Option(names = "--site", paramLabel = "文件夹", description = "知识库所在的文件夹，默认当前文件夹。也可以是一个 JBake 项目。")
    private Path site = Path.of("");

    @Option(names = "--as-of", paramLabel = "日期", description = "把这一天（如 2026-07-01）当作今天。")
    private LocalDate asOf;

    @Option(names = "--access", paramLabel = "范围", description = "给谁看：词表“公开范围”里的一个词，默认第一个（谁都能看的）；写更窄的一个，比它宽的也收。")
    private String access = "";

    @Option(names = "--no-cache", description = "不用以前构建记下来的东西，全部从头做；做出来的站点一样。")
    private boolean noCache;

    /** For the hook alone, which checks a copy of the site. */
    @Option(names = "--cache", paramLabel = "文件夹", hidden = true)
    private Path cache;

    @Option(names = "--verbose", description = "列出每一条提示；程序出错时显示详情。")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明。")
    private boolean help;

    Optional<Misuse> misuse() {
        if (Files.isDirectory(root())) {
            return Optional.empty();
        }
        String what = Files.exists(root()) ? "”不是文件夹" : "”不存在";
        return Optional.of(new Misuse("--site 的“" + site + what, "写知识库所在的文件夹，里面有 content 和 site-config；不写就是当前文件夹"));
    }

    Path root() {
        return site.toAbsolutePath().normalize();
    }

    /** For whom the site is; empty for everyone. */
    String access() {
        return access;
    }

    private Path cache() {
        return cache == null
                ? root().resolve("target/cache")
                : cache.toAbsolutePath().normalize();
    }

    boolean verbose() {
        return verbose;
    }

    /** The day that counts as today. */
    LocalDate today(Instant now, ZoneId zone) {
        return asOf == null ? LocalDate.ofInstant(now, zone) : asOf;
    }

    /**
     * A build of the site, on the day that was asked for.
     *
     * @param clock read once, now
     * @param last the site that stands, of which pages may be used again
     * @param marks how a file of the content stood when the command looked; empty if it must be opened
     */
    Building building(
            Clock clock,
            boolean drafts,
            boolean styleguide,
            Parallel parallel,
            SiteFolder last,
            Consumer<String> begins,
            Overlay overlay,
            Function<Path, Optional<Digest>> marks) {
        Instant now = clock.instant();
        return building(zone -> today(now, zone), drafts, styleguide, parallel, last, begins, overlay, memory(), marks);
    }

    /** What earlier commands about this site kept for later ones. */
    Memory memory() {
        return noCache ? Memory.NONE : new MemoryFolder(cache(), Program.digest());
    }

    /**
     * A build whose pages are made when they are asked for, none of them taken from a site that stands.
     *
     * @param clock read once, now
     */
    Building preview(
            Clock clock, boolean drafts, Parallel parallel, Consumer<String> begins, Overlay overlay, Memory memory) {
        Instant now = clock.instant();
        return building(
                zone -> today(now, zone),
                drafts,
                false,
                parallel,
                new SiteFolder(root()),
                begins,
                overlay,
                memory,
                file -> Optional.empty());
    }

    /** The site as it is published, if it were that day. */
    Building on(LocalDate day) {
        return building(
                zone -> day,
                false,
                false,
                Parallel.everywhere(),
                new SiteFolder(root()),
                stage -> {},
                Overlay.NONE,
                memory(),
                file -> Optional.empty());
    }

    private Building building(
            Function<ZoneId, LocalDate> today,
            boolean drafts,
            boolean styleguide,
            Parallel parallel,
            SiteFolder last,
            Consumer<String> begins,
            Overlay overlay,
            Memory memory,
            Function<Path, Optional<Digest>> marks) {
        return new Building(
                root(),
                new Building.Wishes(
                        drafts, styleguide, access, today, parallel, new Cache(cache()), memory, last, begins),
                overlay,
                marks);
    }
}
