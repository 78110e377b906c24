package io.zhibu.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path folder;

    @BeforeEach
    void site() throws IOException {
        Files.createDirectories(folder.resolve("content"));
        Files.writeString(folder.resolve("content/三 亮;touch x.md"), "");
    }

    @Test
    void aCommandIsWordsAndQuotedWords() {
        assertThat(Opening.words("code --goto {file}:{line}")).containsExactly("code", "--goto", "{file}:{line}");
        assertThat(Opening.words("\"C:\\Program Files\\a.exe\" 'b c' -d"))
                .containsExactly("C:\\Program Files\\a.exe", "b c", "-d");
        assertThat(Opening.words("  ")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePlaceIsFilledInAndNoShellReadsIt() throws Exception {
        Path program = folder.resolve("editor");
        Files.writeString(
                program,
                "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + folder + "/told.new'\nmv '" + folder + "/told.new' '" + folder
                        + "/told'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(new Opening(folder, List.of(program.toString(), "{file}:{line}:{column}"))
                        .open("content/三 亮;touch x.md", 3, 0))
                .isEmpty();
        assertThat(told()).containsExactly(folder.resolve("content/三 亮;touch x.md") + ":3:1");
        assertThat(new Opening(folder, List.of(program.toString(), "-w")).open("content/三 亮;touch x.md", 0, 0))
                .isEmpty();
        assertThat(told())
                .containsExactly("-w", folder.resolve("content/三 亮;touch x.md").toString());
    }

    private List<String> told() throws Exception {
        for (int i = 0; i < 200 && !Files.exists(folder.resolve("told")); i++) {
            Thread.sleep(50);
        }
        List<String> told = Files.readAllLines(folder.resolve("told"));
        Files.delete(folder.resolve("told"));
        return told;
    }

    @Test
    void whatIsNoFileOfTheSiteIsntOpened() {
        Opening opening = new Opening(folder, List.of("true"));
        assertThat(opening.open("content/none.md", 1, 1)).hasValue("没有这个文件：content/none.md");
        assertThat(opening.open("../" + folder.getFileName() + "x", 1, 1)).isPresent();
        assertThat(opening.open("/etc/passwd", 1, 1)).isPresent();
        assertThat(opening.open("content", 1, 1)).isPresent();
        assertThat(opening.open("〔内置〕templates/list.ftlh", 1, 1))
                .hasValue("这个文件是支部自带的，改它要先拷一份：zhibu templates --copy templates/list.ftlh");
        assertThat(new Opening(folder, List.of("no-such-editor")).open("content/三 亮;touch x.md", 1, 1))
                .get()
                .asString()
                .contains("没有“no-such-editor”这个程序", "--editor");
    }
}
