package io.zhibu.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {
    @TempDir
    private Path folder;

    @Test
    void whatDiffersMostComesFirstAndIsMarked() throws IOException {
        picture("old/same.png", 10, 10, 0);
        picture("new/same.png", 10, 10, 0);
        picture("old/dot.png", 10, 10, 0);
        picture("new/dot.png", 10, 10, 1);
        picture("old/longer.png", 10, 10, 0);
        picture("new/longer.png", 10, 20, 0);
        picture("new/added.png", 10, 10, 0);
        SideBySide both = new SideBySide(folder.resolve("old"), folder.resolve("new"), folder.resolve("marks"));

        assertThat(both.pairs())
                .extracting(pair -> pair.name() + " " + pair.mark())
                .containsExactly("added.png 新的", "longer.png 变了 50.00%", "dot.png 变了 1.00%", "same.png 一样");
        assertThat(folder.resolve("marks/dot.png")).exists();
        assertThat(folder.resolve("marks/same.png")).doesNotExist();
        both.write(folder.resolve("compare.html"));
        assertThat(folder.resolve("compare.html"))
                .content()
                .contains("4 张，变了的 3 张", "src=\"old/dot.png\"", "src=\"new/dot.png\"", "src=\"marks/dot.png\"");
    }

    private void picture(String name, int width, int height, int dark) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < dark; x++) {
            image.setRGB(x, 0, 0xFFFFFF);
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
