package io.zhibu.search;

import static org.assertj.core.api.Assertions.assertThat;

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
        Shards shards = new Shards();
        byte[] name = shards.addCoded("w", "三亮".getBytes(StandardCharsets.UTF_8));
        assertThat(shards.addCoded("w", "三亮".getBytes(StandardCharsets.UTF_8))).isEqualTo(name);
        assertThat(shards.files()).hasSize(1);
        byte[] content = unpacked(shards.files().get("w-" + HexFormat.of().formatHex(name)));
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
        Shards shards = new Shards();
        byte[] one = shards.addCoded("w", Arrays.copyOfRange(first, 1, 5));
        byte[] other = shards.addCoded("w", Arrays.copyOfRange(second, 1, 5));
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
        assertThat(script).startsWith("\uFEFFzhibu(\"").endsWith("\",1)");
        assertThat(script.substring(8, script.length() - 4))
                .doesNotContainPattern("[\\x00\\n\\r\"\\\\\u2028\u2029\uFEFF\uFFFE\uFFFF]");
        assertThat(script.chars().noneMatch(unit -> Character.isSurrogate((char) unit)))
                .isTrue();
        assertThat(unpacked(Packing.script(all))).isEqualTo(all);
    }

    private static byte[] unpacked(byte[] file) {
        String script = new String(file, StandardCharsets.UTF_16LE);
        int end = script.lastIndexOf('"');
        ByteBuffer bytes = ByteBuffer.allocate(2 * script.length()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int at = script.indexOf('"') + 1; at < end; at++) {
            char unit = script.charAt(at);
            bytes.putChar(unit == 1 ? (char) (script.charAt(++at) ^ 0x8000) : unit);
        }
        return Arrays.copyOf(bytes.array(), bytes.position() - (script.endsWith(",1)") ? 1 : 0));
    }
}
