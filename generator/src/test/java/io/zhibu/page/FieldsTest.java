package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields are asked by key, and 未载 counts as nothing. */
class FieldsTest {
    private static final Where HERE = new Where("a.md", 1, 1);
    private static final Value ONE = new Value.Text("一", HERE);
    private static final Value TWO = new Value.Text("二", HERE);

    @Test
    void oneValueIsAListOfOne() {
        Fields fields = new Fields(Map.of("a", ONE));

        assertThat(fields.list("a")).containsExactly(ONE);
        assertThat(fields.list("b")).isEmpty();
        assertThat(fields.text("a")).contains("一");
        assertThat(fields.flag("a")).isFalse();
    }

    @Test
    void manyValuesReadAsChineseListsDo() {
        Fields fields = new Fields(Map.of("a", new Value.Many(List.of(ONE, TWO), HERE)));

        assertThat(fields.text("a")).contains("一、二");
        assertThat(fields.each("a", Value.Text.class)).containsExactly((Value.Text) ONE, (Value.Text) TWO);
        assertThat(fields.each("a", Value.Date.class)).isEmpty();
    }

    @Test
    void whatNoSourceGivesIsThereAndHoldsNothing() {
        Fields fields = new Fields(Map.of("a", new Value.Unrecorded(HERE)));

        assertThat(fields.get("a")).isPresent();
        assertThat(fields.text("a")).isEmpty();
        assertThat(fields.list("a")).isEmpty();
    }

    @Test
    void theOrderIsKeptAndNobodyChangesIt() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("z", ONE);
        values.put("a", TWO);
        Fields fields = new Fields(values);
        values.clear();

        assertThat(fields.all().keySet()).containsExactly("z", "a");
    }
}
