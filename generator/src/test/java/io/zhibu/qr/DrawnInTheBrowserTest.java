package io.zhibu.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The script that draws a code where a site doesn't know its address, read by another program. */
class DrawnInTheBrowserTest {
    private static final String ASKED = "global.window = {}; require(process.argv[1]);"
            + "process.argv.slice(2).forEach(text => { const code = window.zhibuQr(text);"
            + " console.log(code === null ? 'none' : code.side + '\\t' + code.path); });";

    @Test
    void anotherProgramReadsEveryLengthThatAnAddressHas() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int more : new int[] {0, 10, 30, 60, 90, 150, 170, 240, 300, 420, 700, 1100, 1600, 2200}) {
            texts.add("http://zhibu.example.cn/" + "a/".repeat(more / 2));
        }
        texts.add("x".repeat(2331));
        List<String> drawn = drawn(texts);
        for (int i = 0; i < texts.size(); i++) {
            String[] code = drawn.get(i).split("\t");
            assertThat(Qrs.read(Integer.parseInt(code[0]), code[1])).isEqualTo(texts.get(i));
        }
    }

    @Test
    void aTextThatNoCodeHoldsHasNone() throws Exception {
        assertThat(drawn(List.of("x".repeat(2332)))).containsExactly("none");
    }

    private static List<String> drawn(List<String> texts) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "-e",
                ASKED,
                Path.of("templates/assets/qr.js").toAbsolutePath().toString()));
        command.addAll(texts);
        Path out = Files.createTempFile("codes", ".txt");
        try {
            Process node = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readAllLines(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(out);
        }
    }
}
