package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Run;
import io.zhibu.SmallSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run came to, for people and for CI. */
class JsonReportTest {
    @TempDir
    private Path folder;

    @Test
    void twoTypesOfOneLabelAreCountedApart() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.entry("branch/one", "", "");
        site.entry("method/two", "branch: one", "");
        site.entry("method/three", "branch: one", "");
        Path schema = folder.resolve("site-config/schemas/branch.yml");
        Files.writeString(schema, Files.readString(schema).replace("label: 党支部", "label: 工作法"));
        Path report = folder.resolve("report.json");

        Run run = Run.of(List.of("check", "--site", folder.toString(), "--report", report.toString()));

        assertThat(run.out()).contains("检查完毕（2026-11-23）：工作法（method） 2 条，工作法（branch） 1 条");
        assertThat(Files.readString(report)).contains("""
                  "pages" : {
                    "method" : {
                      "label" : "工作法",
                      "count" : 2,
                      "samples" : 0
                    },
                    "branch" : {
                      "label" : "工作法",
                      "count" : 1,
                      "samples" : 0
                    }
                  },
                """.stripTrailing());
    }
}
