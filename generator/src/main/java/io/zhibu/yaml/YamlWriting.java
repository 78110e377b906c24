package io.zhibu.yaml;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Plain values as YAML: maps, lists, texts, whole numbers and flags. */
public final class YamlWriting {
    private static final int WIDEST = 4000;

    private YamlWriting() {}

    /** In blocks, a value on a line, so that a change of one value is a change of one line. */
    public static String of(Object value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setIndent(2)
                .setWidth(WIDEST)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(value);
    }
}
