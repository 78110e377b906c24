package io.zhibu.docx;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.docx.Remark.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where nobody has decided yet what the text is: changes that wait to be accepted, and comments. */
final class Refusals {
    private static final int MOST = 20;
    private static final String ACCEPT = "Word：“审阅→接受→接受所有修订”；WPS：“审阅→接受→接受对文档所做的所有修订”。不要的先拒绝，存好再导入";
    private static final String REMOVE = "照着改好，再删去批注。Word：“审阅→删除→删除文档中的所有批注”；WPS：“审阅→删除批注→删除文档中的所有批注”，存好再导入";

    private final Where file;
    private final Diagnostics diagnostics;

    Refusals(Where file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void look(List<Remark> remarks) {
        tell(remarks, Kind.TRACKED, "word-tracked", ACCEPT);
        tell(remarks, Kind.COMMENT, "word-comment", REMOVE);
    }

    private void tell(List<Remark> remarks, Kind kind, String rule, String hint) {
        Map<Place, List<Remark>> byPlace = remarks.stream()
                .filter(one -> one.kind() == kind)
                .collect(Collectors.groupingBy(Remark::place, LinkedHashMap::new, Collectors.toList()));
        int told = 0;
        for (Map.Entry<Place, List<Remark>> one : byPlace.entrySet()) {
            Where where = file.at(one.getKey().paragraph(), 0);
            if (told++ == MOST) {
                diagnostics.error(where, rule, "从这里起还有 " + (byPlace.size() - MOST) + " 段有" + kind.label(), hint);
                return;
            }
            String what = one.getValue().stream()
                    .limit(4)
                    .map(remark -> remark.detail() + (remark.text().isEmpty() ? "" : "“" + remark.text() + "”"))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("、"));
            diagnostics.error(
                    where, rule, one.getKey() + "有" + kind.label() + (what.isEmpty() ? "" : "：" + what), hint);
        }
    }
}
