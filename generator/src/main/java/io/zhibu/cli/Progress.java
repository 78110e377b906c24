package io.zhibu.cli;

import java.util.Map;

/** One line that says what is being done, if somebody is looking. Leaves nothing behind. */
final class Progress implements AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;
    private static final Map<String, String> STAGES = Map.ofEntries(
            Map.entry("config", "正在读设置"),
            Map.entry("content", "正在读内容"),
            Map.entry("catalogue", "正在编目录"),
            Map.entry("history", "正在读 Git 的历史"),
            Map.entry("departures", "正在看哪些撤下了"),
            Map.entry("alike", "正在比较条目"),
            Map.entry("checks", "正在检查内容"),
            Map.entry("proofs", "正在逐字查稿"),
            Map.entry("assets", "正在看素材"),
            Map.entry("pictures", "正在看图片"),
            Map.entry("enclosures", "正在查附件里的字"),
            Map.entry("attachments", "正在看附件"),
            Map.entry("search", "正在编索引"),
            Map.entry("acceptance", "正在试搜索"),
            Map.entry("shards", "正在切分索引"),
            Map.entry("plan", "正在安排网页"),
            Map.entry("book", "正在印书"),
            Map.entry("until", "正在往后看"),
            Map.entry("external", "正在问外站"),
            Map.entry("import", "正在读 Word 文件"));

    private final Console console;
    private long last = System.nanoTime();
    private int width;

    Progress(Console console) {
        this.console = console;
    }

    /** @param stage as the report names it */
    void begins(String stage) {
        draw(STAGES.getOrDefault(stage, stage) + "……");
    }

    /** May be told from any thread. */
    void wrote(int files, int of) {
        tell("已生成 " + files + " / " + of + " 个文件");
    }

    void looked(int documents, int of) {
        tell("已推送 " + documents + " / " + of + " 条");
    }

    private synchronized void tell(String line) {
        long now = System.nanoTime();
        if (now - last > PAUSE_NANOS) {
            last = now;
            draw(line);
        }
    }

    @Override
    public void close() {
        draw("");
    }

    /** Over the last line, with blanks over what is left of it: not every console knows the code that clears a line. */
    private synchronized void draw(String line) {
        if (console.interactive()) {
            int columns = Columns.of(line);
            console.err().print("\r" + line + " ".repeat(Math.max(0, width - columns)) + (line.isEmpty() ? "\r" : ""));
            console.err().flush();
            width = columns;
        }
    }
}
