package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.memo.Memory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardsTest {
    @Test
    void theSameContentIsOneFileAndItsNameTellsWhetherItIsWhole() {
        Shards shards = new Shards(Memory.Book.BLANK);
        byte[] name = shards.add("w", shards.coded("三亮".getBytes(StandardCharsets.UTF_8)));
        assertThat(shards.add("w", shards.coded("三亮".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(name);
        assertThat(shards.files()).hasSize(1);
        byte[] content = unpacked(
                shards.files().get("w-" + HexFormat.of().formatHex(name)).script());
        assertThat(Shards.hash(content)).isEqualTo(name);
        assertThat(Arrays.copyOfRange(content, 1, content.length)).isEqualTo("三亮".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twoContentsOfOneHashAreTwoFiles() {
        Map<String, byte[]> seen = new HashMap<>();
        byte[] second = new byte[5];
        byte[] first = null;
        for (int i = 0; first == null; i++) {
            second = ByteBuffer.allocate(5).putInt(1, i).array();
            first = seen.putIfAbsent(HexFormat.of().formatHex(Shards.hash(second)), second);
        }
        Shards shards = new Shards(Memory.Book.BLANK);
        byte[] one = shards.add("w", shards.coded(Arrays.copyOfRange(first, 1, 5)));
        byte[] other = shards.add("w", shards.coded(Arrays.copyOfRange(second, 1, 5)));
        assertThat(one).isNotEqualTo(other);
        assertThat(shards.files()).hasSize(2);
    }

    @Test
    void everyByteStandsInAScript() {
        byte[] all = new byte[0x20001];
        for (int unit = 0; unit < 0x10000; unit++) {
            all[2 * unit] = (byte) unit;
            all[2 * unit + 1] = (byte) (unit >>> 8);
        }
        String script = new String(Packing.script(all), StandardCharsets.UTF_16LE);
        assertThat(script).startsWith("\uFEFFzhibu(\"").matches("(?s).*\"(,1)?\\)");
        assertThat(script.substring(8, script.lastIndexOf('"')))
                .doesNotContainPattern("[\\x00\\n\\r\"\\\\\u2028\u2029\uFEFF\uFFFE\uFFFF]");
        assertThat(script.chars().noneMatch(unit -> Character.isSurrogate((char) unit)))
                .isTrue();
        assertThat(unpacked(Packing.script(all))).isEqualTo(all);
        assertThat(Packing.content(Packing.script(all))).isEqualTo(all);
    }

    static byte[] unpacked(byte[] file) {
        String script = new String(file, StandardCharsets.UTF_16LE);
        int end = script.lastIndexOf('"');
        StringBuilder bits = new StringBuilder();
        for (int at = script.indexOf('"') + 1; at < end; at++) {
            char unit = script.charAt(at);
            int moved = unit == 1 ? script.charAt(++at) ^ 0x8000 : unit;
            String all = Integer.toBinaryString(1 << 16 | moved).substring(1);
            bits.append(all.startsWith("11010") ? "1101" + all.substring(5) : all);
        }
        byte[] bytes = new byte[bits.length() / 8 - (script.endsWith(",1)") ? 1 : 0)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
