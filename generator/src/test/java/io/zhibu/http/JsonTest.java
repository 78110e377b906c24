package io.zhibu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        String odd = "“引” \"q\" \\ \n\t\u0000 </script>  𠀀 \ud800";
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", odd);
        value.put("number", 12L);
        value.put("flag", true);
        value.put("none", List.of());
        value.put("empty", Map.of());
        value.put("list", List.of(1, Map.of("a", "b")));

        String json = Json.of(value);

        var read = JsonParser.parseString(json).getAsJsonObject();
        assertThat(read.get("text").getAsString()).isEqualTo(odd);
        assertThat(read.get("number").getAsLong()).isEqualTo(12);
        assertThat(read.get("flag").getAsBoolean()).isTrue();
        assertThat(read.get("none")).hasToString("[]");
        assertThat(read.get("empty")).hasToString("{}");
        assertThat(read.get("list")).hasToString("[1,{\"a\":\"b\"}]");
        assertThat(json).doesNotContain("\n", "<", "\ud800");
    }
}
