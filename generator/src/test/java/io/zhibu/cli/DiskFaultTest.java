package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFaultTest {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, build, 磁盘满了，腾出地方再来, ；放不下两份站点时用 build --clean",
        "No space left on device, build --clean, 磁盘满了，腾出地方再来, 。--clean 已先删去旧站点，腾出地方以前没有站点可看",
        "No space left on device, publish --to x, 磁盘满了，腾出地方再来, ''",
        "Read-only file system, build --clean, 磁盘只能读，不能写, ''",
        "Too many open files, build, 只让同时打开这么多文件，不够用，先执行 ulimit -n 1024 再来, ''"
    })
    void whatTheSystemSaysIsChineseWithAndWithoutAFile(String reason, String line, String chinese, String more) {
        List<String> words = List.of(line.split(" "));
        assertThat(DiskFault.chinese(new IOException(reason), words)).isEqualTo(chinese + more);
        assertThat(DiskFault.chinese(new FileSystemException("a.md", null, reason), words))
                .isEqualTo(chinese + "：a.md" + more);
    }

    @ParameterizedTest
    @CsvSource({"Input/output error, a.md（Input/output error）", ", a.md"})
    void whatIsNotKnownIsPassedOn(String reason, String said) {
        assertThat(DiskFault.chinese(new FileSystemException("a.md", null, reason), List.of()))
                .isEqualTo(said);
    }
}
