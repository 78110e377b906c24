package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.http.PortTaken;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.parallel.Parallel;
import io.zhibu.preview.Listener;
import io.zhibu.workbench.Workbench;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code zhibu edit}: entries in a browser on this machine, for those who don't use Git. */
@Command(
        name = "edit",
        customSynopsis = "zhibu edit [选项]",
        description = "在浏览器里写条目：填表、写正文、旁边看网页，写好了提交审核。只有这台电脑打得开。按 Ctrl+C 停下。",
        footer = {"", "没存的稿在 target/edit；点“保存”才写进 content；点“提交审核”才提交到代码仓库", "退出码：0 停下 · 2 命令写法有误或端口被占用 · 3 磁盘或程序出错"})
final class EditCommand extends ServingCommand<Workbench> {
    EditCommand(Console console, Clock clock) {
        super(console, clock, "工作台", Workbench.USUAL_PORT);
    }

    @Override
    Workbench begin(int at) throws IOException, PortTaken {
        return Workbench.open(site.root(), at, new Builds(), new Voice(console, site.verbose()));
    }

    @Override
    void greet(Workbench workbench) {
        console.out().println("工作台：" + workbench.address());
        console.out().println("在浏览器里打开上面的网址。口令只给你自己用；停下再开，口令就换了。按 Ctrl+C 停下，没存的稿都留着。");
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
