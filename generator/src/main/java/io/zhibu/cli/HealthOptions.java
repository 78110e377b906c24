package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.disk.OneFile;
import io.zhibu.health.HealthPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The words of a command that writes how the content is, for those who keep it. */
final class HealthOptions {
    /** Beside what is built: emptied with it, and then everything counts as found for the first time. */
    private static final String REMEMBERED = "target/problems.tsv";

    @Option(
            names = "--health",
            paramLabel = "文件",
            description = "把体检报告写成一个网页：按供稿单位列出问题，哪些是新增、仍在、已改，每条最后是谁改的，各项检查 × 各类条目。")
    private Path health;

    boolean isAsked() {
        return health != null;
    }

    Optional<Misuse> misuse() {
        if (health == null) {
            return Optional.empty();
        }
        if (health.toString().isEmpty()) {
            return Optional.of(new Misuse("--health 后面缺一个值", "写一个文件名，如 target/health.html"));
        }
        String what = Files.isDirectory(health) ? "”是文件夹" : "”已有别的内容，不能替换";
        return file().isOurs()
                ? Optional.empty()
                : Optional.of(new Misuse("--health 的“" + health + what, "写一个文件名，如 target/health.html"));
    }

    private OneFile file() {
        return new OneFile(health.toAbsolutePath().normalize(), HealthPage.BEGIN);
    }

    void write(Health found) throws IOException {
        if (health != null) {
            file().write(fresh -> {
                Files.writeString(fresh, found.page().alone());
                return true;
            });
        }
    }

    /** Of a command about a site alone: what it found is news to what such a command found before. */
    void write(Path root, Building.Built built, List<Diagnostic> diagnostics) throws IOException {
        if (health != null) {
            Health found = new Health(root, built, diagnostics, root.resolve(REMEMBERED));
            write(found);
            found.remember();
        }
    }
}
