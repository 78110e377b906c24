package io.zhibu.cli;

import io.zhibu.http.PortTaken;
import io.zhibu.preview.Opening;
import io.zhibu.preview.Serving;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command that answers a browser on this machine until it is stopped. */
abstract class ServingCommand<S extends Serving> extends SiteCommand {
    private final String name;
    private final int usual;

    @Option(names = "--port", paramLabel = "端口", description = "用哪个端口，默认 ${DEFAULT-VALUE}；写 0，被占用就用下一个空着的。")
    private int port;

    @Option(names = "--open", description = "打开浏览器。")
    private boolean open;

    /**
     * @param name what the command calls that which answers
     * @param usual its port, if nobody says otherwise
     */
    ServingCommand(Console console, Clock clock, String name, int usual) {
        super(console, clock);
        this.name = name;
        this.usual = usual;
        this.port = usual;
    }

    /** Answers from now on. */
    abstract S begin(int at) throws IOException, PortTaken;

    /** Says where it is found, when there is something to be seen. */
    abstract void greet(S served) throws InterruptedException;

    @Override
    Optional<Misuse> misuse() {
        return port < 0 || port > 65_535
                ? Optional.of(new Misuse("--port 应是 0 到 65535 的整数", "不写就是 " + usual))
                : Optional.empty();
    }

    @Override
    final int run() throws IOException {
        try (S served = begin(port)) {
            // Its stream may be closed before the last word, but nothing of it may be left running.
            Thread end = new Thread(() -> close(served), "serving-end");
            Runtime.getRuntime().addShutdownHook(end);
            greet(served);
            console.out().flush();
            if (open) {
                Opening.browse(served.address()).ifPresent(console.err()::println);
            }
            served.awaitEnd();
            return Exit.GOOD;
        } catch (PortTaken taken) {
            return new Misuse(taken.getMessage(), "用 --port 0 取下一个空着的，或写别的端口，如 --port " + (port + 1)).tell(console);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Exit.FAULT;
        }
    }

    private void close(S served) {
        try {
            served.close();
            console.out().println(name + "停下了。");
            console.out().flush();
        } catch (IOException already) {
            console.out().flush();
        }
    }
}
