package io.zhibu.cli;

import java.util.concurrent.atomic.AtomicLong;

/** A line that counts files while they are written, if somebody is looking. Leaves nothing behind. */
final class Progress implements AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;

    private final Console console;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    Progress(Console console) {
        this.console = console;
    }

    void wrote(int files, int of) {
        if (console.interactive()) {
            long before = last.get();
            long now = System.nanoTime();
            if (now - before > PAUSE_NANOS && last.compareAndSet(before, now)) {
                console.err().print("\r已生成 " + files + " / " + of + " 个文件");
                console.err().flush();
            }
        }
    }

    @Override
    public void close() {
        if (console.interactive()) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
