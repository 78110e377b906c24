package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.http.PortTaken;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Recollection;
import io.zhibu.parallel.Parallel;
import io.zhibu.preview.Listener;
import io.zhibu.preview.Making;
import io.zhibu.preview.Opening;
import io.zhibu.preview.Preview;
import io.zhibu.qr.Qr;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu serve}: the site in a browser, as it is while it is being written. Writes no site. */
@Command(
        name = "serve",
        customSynopsis = "zhibu serve [选项]",
        description = "边改边看：存盘后浏览器里的网页跟着变；有错误就在网页上说是哪个文件、第几行、怎么改。按 Ctrl+C 停下。",
        footer = {
            "",
            "除了 target/cache 里的缓存，什么也不写；发布还是用 zhibu build。",
            "环境变量 ZHIBU_EDITOR 与 --editor 相同。",
            "退出码：0 停下 · 2 命令写法有误或端口被占用 · 3 磁盘或程序出错"
        })
final class ServeCommand extends ServingCommand<Preview> {
    private static final int FEWEST_SHOWN = 5;

    @Option(names = "--drafts", description = "草稿、审核中和定时发布的条目也看。")
    private boolean drafts;

    @Option(names = "--lan", description = "同一个网络里的手机、电脑也能看：打印带口令的网址和二维码。")
    private boolean lan;

    @Option(
            names = "--editor",
            paramLabel = "命令",
            description = "网页上的“用编辑器打开”用什么打开，如 \"code --goto {file}:{line}:{column}\"；不写就用系统给这类文件定的程序。")
    private String editor;

    ServeCommand(Console console, Clock clock) {
        super(console, clock, "预览", Preview.USUAL_PORT);
    }

    @Override
    Optional<Misuse> misuse() {
        return super.misuse()
                .or(() -> editor != null && Opening.words(editor).isEmpty()
                        ? Optional.of(new Misuse("--editor 后面缺一个值", "写一个命令，如 --editor \"code --goto {file}:{line}\""))
                        : Optional.empty());
    }

    @Override
    Preview begin(int at) throws IOException, PortTaken {
        return Preview.open(
                new Preview.Wanted(site.root(), at, lan, command()), new Builds(), new Voice(console, site.verbose()));
    }

    @Override
    void greet(Preview preview) throws InterruptedException {
        preview.awaitFirst();
        console.out().println("预览：" + preview.address());
        if (lan) {
            preview.addressNearby()
                    .ifPresentOrElse(this::greetNearby, () -> console.out().println("这台电脑没有连上网络，别的设备看不到。"));
        }
        console.out().println("改了存盘，网页跟着变。按 Ctrl+C 停下。");
    }

    private void greetNearby(String address) {
        console.out().println("同一个网络里：" + address);
        console.out().println("知道这个网址的人都看得到" + (drafts ? "，草稿也在内" : "") + "；停下预览，网址就作废。");
        console.out().println(Qr.of(address).blocks(console.interactive()));
    }

    private List<String> command() {
        String said = editor == null ? System.getenv().getOrDefault("ZHIBU_EDITOR", "") : editor;
        return Opening.words(said);
    }

    /** Each on the day that it is by then. */
    private final class Builds implements Making {
        private final Memory memory = new Recollection(site.memory());

        @Override
        public Building building(Runnable stop) {
            return site.preview(
                    clock(),
                    drafts,
                    new Parallel(Runtime.getRuntime().availableProcessors(), stop),
                    stage -> stop.run(),
                    Overlay.NONE,
                    memory);
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return site.today(clock().instant(), zone);
        }
    }

    /** What the terminal says. */
    private record Voice(Console console, boolean verbose) implements Listener {
        @Override
        public synchronized void rebuilt(List<Diagnostic> errors, long millis) {
            errors.stream().limit(FEWEST_SHOWN).forEach(console.err()::println);
            String more = errors.size() > FEWEST_SHOWN ? "（只列出 " + FEWEST_SHOWN + " 处，全部见 zhibu check）" : "";
            console.out()
                    .println(
                            "做好了（" + millis + " 毫秒）" + (errors.isEmpty() ? "" : "，有 " + errors.size() + " 处错误" + more));
            console.out().flush();
            console.err().flush();
        }

        @Override
        public String fault(Throwable wrong) {
            if (verbose) {
                wrong.printStackTrace(console.err());
            }
            return Zhibu.told(wrong) + (verbose ? "" : "（用 --verbose 打开预览，终端里有详情）");
        }
    }
}
