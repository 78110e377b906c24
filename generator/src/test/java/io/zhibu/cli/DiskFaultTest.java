package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFaultTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device | 磁盘满了，腾出地方再来；放不下两份站点时用 build --clean
            Read-only file system   | 磁盘只能读，不能写
            """)
    void whatTheSystemSaysIsChineseWithAndWithoutAFile(String reason, String chinese) {
        assertThat(DiskFault.chinese(new IOException(reason))).isEqualTo(chinese);
        assertThat(DiskFault.chinese(new FileSystemException("a.md", null, reason)))
                .isEqualTo(chinese + "：a.md");
    }

    @ParameterizedTest
    @CsvSource({"Input/output error, a.md（Input/output error）", ", a.md"})
    void whatIsNotKnownIsPassedOn(String reason, String said) {
        assertThat(DiskFault.chinese(new FileSystemException("a.md", null, reason)))
                .isEqualTo(said);
    }
}
