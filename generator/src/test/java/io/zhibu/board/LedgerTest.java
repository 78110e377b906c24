package io.zhibu.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of all entries, as a spreadsheet opens it. */
class LedgerTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void trueEntriesComeTypeByTypeAndMadeUpOnesLast() {
        entry("term/word", "title: 三亮", "");
        entry("branch/made", "title: 示例支部\nsample: true", "");
        entry("branch/old", "title: 甲支部\npublished: 2025-07-01\nupdated: 2026-01-31\nreview_cycle: month", "");
        entry("branch/new", "title: 乙支部\nreview_due: 2027-01-02", "");
        entry("branch/hidden", "title: 草稿\nstatus: draft", "");

        assertThat(new Ledger(site.catalogue()).csv()).isEqualTo("\uFEFF" + """
                部分,标识,标题,类型,责任单位,状态,发布,更新,复核到期,网址
                收录,new,乙支部,党支部,长江水利委员会,已发布,2026-07-01,,2027-01-02,branch/new/index.html
                收录,old,甲支部,党支部,长江水利委员会,已发布,2025-07-01,2026-01-31,2026-02-28,branch/old/index.html
                收录,word,三亮,词条,长江水利委员会,已发布,2026-07-01,,,term/word/index.html
                示例,made,示例支部,党支部,长江水利委员会,已发布,2026-07-01,,,branch/made/index.html
                """.replace("\n", "\r\n"));
    }

    @Test
    void commasQuotesAndLinesAreQuotedAndFormulasAreNone() {
        assertThat(Csv.of(List.of(
                        List.of("一,二", "他说\"好\"", "两\n行", "没有，"), List.of("=1+1", "+1", "-1", "@x", "＝1", "\t=1", ""))))
                .isEqualTo("\uFEFF\"一,二\",\"他说\"\"好\"\"\",\"两\n行\",没有，\r\n'=1+1,'+1,'-1,'@x,'＝1,'\t=1,\r\n");
    }

    private void entry(String name, String fields, String body) {
        site.entry(name, "unit: 长江委\n" + fields, body);
    }
}
