package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.http.PortTaken;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.parallel.Parallel;
import io.zhibu.preview.Listener;
import io.zhibu.preview.Opening;
import io.zhibu.workbench.Workbench;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu edit}: entries in a browser on this machine, for those who don't use Git. */
@Command(
        name = "edit",
        customSynopsis = "zhibu edit [选项]",
        description = "在浏览器里写条目：填表、写正文、旁边看网页，写好了提交审核。只有这台电脑打得开。按 Ctrl+C 停下。",
        footer = {"", "没存的稿在 target/edit；点“保存”才写进 content；点“提交审核”才提交到代码仓库", "退出码：0 停下 · 2 命令写法有误或端口被占用 · 3 磁盘或程序出错"})
final class EditCommand extends SiteCommand {
    @Option(names = "--port", paramLabel = "端口", description = "用哪个端口，默认 " + Workbench.USUAL_PORT + "；写 0，被占用就用下一个空着的。")
    private int port = Workbench.USUAL_PORT;

    @Option(names = "--open", description = "打开浏览器。")
    private boolean open;

    EditCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        return port < 0 || port > 65_535
                ? Optional.of(new Misuse("--port 应是 0 到 65535 的整数", "不写就是 " + Workbench.USUAL_PORT))
                : Optional.empty();
    }

    @Override
    int run() throws IOException {
        try (Workbench workbench =
                Workbench.open(site.root(), port, new Builds(), new Voice(console, site.verbose()))) {
            Thread end = new Thread(() -> close(workbench), "edit-end");
            Runtime.getRuntime().addShutdownHook(end);
            console.out().println("工作台：" + workbench.address());
            console.out().println("在浏览器里打开上面的网址。口令只给你自己用；停下再开，口令就换了。按 Ctrl+C 停下，没存的稿都留着。");
            console.out().flush();
            if (open) {
                Opening.browse(workbench.address()).ifPresent(console.err()::println);
            }
            workbench.awaitEnd();
            return Exit.GOOD;
        } catch (PortTaken taken) {
            return new Misuse(taken.getMessage(), "用 --port 0 取下一个空着的，或写别的端口，如 --port " + (port + 1)).tell(console);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Exit.FAULT;
        }
    }

    private void close(Workbench workbench) {
        try {
            workbench.close();
            console.out().println("工作台停下了。");
            console.out().flush();
        } catch (IOException already) {
            console.out().flush();
        }
    }

    /** Each on the day that it is by then. */
    private final class Builds implements Workbench.Builds {
        private final Memory memory = new Recollection(site.memory());

        @Override
        public Building building(Runnable stop, Overlay drafts) {
            return site.preview(
                    clock(),
                    true,
                    new Parallel(Runtime.getRuntime().availableProcessors(), stop),
                    stage -> stop.run(),
                    drafts,
                    memory);
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return site.today(clock().instant(), zone);
        }
    }

    /** What the terminal says: nothing of the entries, which the browser tells. */
    private record Voice(Console console, boolean verbose) implements Listener {
        @Override
        public void rebuilt(List<Diagnostic> errors, long millis) {
            if (verbose) {
                console.out().println("做好了（" + millis + " 毫秒）");
                console.out().flush();
            }
        }

        @Override
        public String fault(Throwable wrong) {
            if (verbose) {
                wrong.printStackTrace(console.err());
            }
            return Zhibu.told(wrong);
        }
    }
}
