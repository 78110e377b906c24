package io.zhibu.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Parts that were compressed by themselves, put together. */
class SqueezedTest {
    @Test
    void isTheZipThatJavaMakes() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("empty.xml", new byte[0]);
        parts.put("word/文.xml", "青溪测站".getBytes(StandardCharsets.UTF_8));
        parts.put("word/long.xml", "<w:p>每天问两句</w:p>".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        parts.put("word/media/image1.png", noise);
        List<Squeezed> squeezed = new ArrayList<>();
        parts.forEach((name, bytes) -> squeezed.add(Squeezed.of(name, bytes)));

        assertThat(Squeezed.zip(squeezed)).isEqualTo(javas(parts));
    }

    @Test
    void hasNoPartsOrMany() throws IOException {
        assertThat(Squeezed.zip(List.of())).isEqualTo(javas(Map.of()));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        List<Squeezed> squeezed = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            parts.put("p" + i, ("第 " + i + " 个").getBytes(StandardCharsets.UTF_8));
        }
        parts.forEach((name, bytes) -> squeezed.add(Squeezed.of(name, bytes)));

        assertThat(Squeezed.zip(squeezed)).isEqualTo(javas(parts));
    }

    private static byte[] javas(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 2, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
