package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The words of a command that judges a site: how strictly, and where else to write what it found. */
final class VerdictOptions {
    @Option(names = "--report", paramLabel = "文件", description = "把条数、诊断和用时写成报告，出错时也写。")
    private Path report;

    @Option(names = "--format", paramLabel = "格式", description = "报告的格式：json（默认）、sarif、junit 或 checkstyle。")
    private String format = "json";

    @Option(names = "--strict", description = "有警告也算失败。")
    private boolean strict;

    Optional<Misuse> misuse() {
        if (known().isEmpty()) {
            return Optional.of(new Misuse(
                    "没有“" + format + "”这种报告格式",
                    Nearest.hint(
                            format,
                            Arrays.stream(ReportFormat.values())
                                    .map(ReportFormat::word)
                                    .toList())));
        }
        if (report == null) {
            return format.equals("json")
                    ? Optional.empty()
                    : Optional.of(new Misuse("写了 --format，没有写报告写到哪里", "加 --report 文件，如 --report target/report.xml"));
        }
        if (report.toString().isEmpty()) {
            return Optional.of(new Misuse("--report 后面缺一个值", "写一个文件名，如 target/report.json"));
        }
        if (known().get().file(report).isOurs()) {
            return Optional.empty();
        }
        String what = Files.isDirectory(report) ? "”是文件夹" : "”已有别的内容，不能替换";
        return Optional.of(new Misuse("--report 的“" + report + what, "写一个文件名，如 target/report.json"));
    }

    private Optional<ReportFormat> known() {
        return Arrays.stream(ReportFormat.values())
                .filter(one -> one.word().equals(format))
                .findFirst();
    }

    boolean strict() {
        return strict;
    }

    void report(Findings findings) throws IOException {
        if (report != null) {
            known().orElseThrow().write(report, findings);
        }
    }

    /** That a fault of the disk or of the program ended the command, as its only finding. */
    void reportFault(String what) {
        reportFault(what, Optional.empty());
    }

    /** @param done what was published before the fault */
    void reportFault(String what, Optional<Summary> done) {
        List<Diagnostic> found = new ArrayList<>(done.map(Summary::diagnostics).orElse(List.of()));
        found.add(Diagnostic.error(Where.inFile("."), "fault", what, "加 --verbose 看详情"));
        try {
            report(new Findings(done, found, Exit.FAULT));
        } catch (IOException twice) {
            // The disk that failed may be the report's own; what happened is told on the console anyway.
            return;
        }
    }
}
