package io.zhibu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The words of a command that judges a site: how strictly, and where else to write what it found. */
final class VerdictOptions {
    @Option(names = "--report", paramLabel = "文件", description = "把条数、诊断和用时写成 JSON。")
    private Path report;

    @Option(names = "--strict", description = "有警告也算失败。")
    private boolean strict;

    Optional<Misuse> misuse() {
        if (report != null && report.toString().isEmpty()) {
            return Optional.of(new Misuse("--report 后面缺一个值", "写一个文件名，如 target/report.json"));
        }
        if (report == null || Report.file(report).isOurs()) {
            return Optional.empty();
        }
        String what = Files.isDirectory(report) ? "”是文件夹" : "”已有别的内容，不能替换";
        return Optional.of(new Misuse("--report 的“" + report + what, "写一个文件名，如 target/report.json"));
    }

    boolean strict() {
        return strict;
    }

    void report(Summary summary) throws IOException {
        if (report != null) {
            Report.write(report, summary);
        }
    }
}
