package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;
import java.util.List;

/** A title that sounds like raw material of an organisation: minutes, notes for a speech, what an inspection said. */
final class RawRecord implements Check {
    private static final List<String> WORDS = List.of("会议记录", "发言提纲", "巡察反馈");

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .forEach(page -> WORDS.stream()
                        .filter(page.title()::contains)
                        .forEach(word -> diagnostics.warning(
                                page.fields().get("title").map(Value::where).orElse(page.where()),
                                "raw-record",
                                "标题里有“" + word + "”，会议的原始记录不入库",
                                "只登记做法和制度的题名；不是原始记录的，换个标题")));
    }
}
