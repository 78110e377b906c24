package io.zhibu.cli;

import io.zhibu.disk.OneFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In whose words a report is written. */
enum ReportFormat {
    /** Zhibu's own. */
    JSON("{", JsonReport::write),
    /** Of code scanners: GitHub, GitLab, editors. */
    SARIF("{", SarifReport::write),
    /** Of test runs: Jenkins, GitLab. */
    JUNIT("<?xml", JUnitReport::write),
    /** Of linters: Jenkins, editors. */
    CHECKSTYLE("<?xml", CheckstyleReport::write);

    private final String begin;
    private final Writing writing;

    private interface Writing {
        void write(Findings findings, Writer to) throws IOException;
    }

    ReportFormat(String begin, Writing writing) {
        this.begin = begin;
        this.writing = writing;
    }

    /** As it is written on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(ReportFormat::word).collect(Collectors.joining("、"));
    }

    /** The file that it stands in: one that is no report is not replaced. */
    OneFile file(Path path) {
        return new OneFile(path.toAbsolutePath().normalize(), begin);
    }

    void write(Path path, Findings findings) throws IOException {
        file(path).write(fresh -> {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                writing.write(findings, writer);
            }
            return true;
        });
    }
}
