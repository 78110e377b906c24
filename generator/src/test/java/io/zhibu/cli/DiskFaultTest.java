package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFaultTest {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, false, 磁盘满了，腾出地方再来, ；放不下两份站点时用 build --clean",
        "No space left on device, true, 磁盘满了，腾出地方再来, 。--clean 已先删去旧站点，腾出地方以前没有站点可看",
        "Read-only file system, true, 磁盘只能读，不能写, ''",
        "Too many open files, false, 只让同时打开这么多文件，不够用，先执行 ulimit -n 1024 再来, ''"
    })
    void whatTheSystemSaysIsChineseWithAndWithoutAFile(String reason, boolean clean, String chinese, String more) {
        assertThat(DiskFault.chinese(new IOException(reason), clean)).isEqualTo(chinese + more);
        assertThat(DiskFault.chinese(new FileSystemException("a.md", null, reason), clean))
                .isEqualTo(chinese + "：a.md" + more);
    }

    @ParameterizedTest
    @CsvSource({"Input/output error, a.md（Input/output error）", ", a.md"})
    void whatIsNotKnownIsPassedOn(String reason, String said) {
        assertThat(DiskFault.chinese(new FileSystemException("a.md", null, reason), false))
                .isEqualTo(said);
    }
}
