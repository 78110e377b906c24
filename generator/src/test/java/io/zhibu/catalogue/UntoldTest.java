package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntoldTest extends WithSmallSite {
    @Test
    void whatNoSourceGivesIsNamedOnceAndAListWhereNoneOfItHasWhatIsTold() {
        site.file("site-config/schemas/method.yml", """
                key: method
                label: 工作法
                plural: 工作法
                fields:
                  branch: {label: 所属党支部, kind: entry, to: branch, required: true}
                  started: {label: 开始, kind: text, required: true}
                  gloss:
                    label: 释义
                    kind: record
                    many: true
                    fields:
                      term: {label: 名目, kind: text}
                      meaning: {label: 含义, kind: text, required: true}
                """);
        site.entry(
                "method/none",
                "branch: 未载\nstarted: 2020\ngloss: [{term: 甲, meaning: 未载}, {term: 乙, meaning: 未载}]",
                "");
        site.entry(
                "method/some", "branch: one\nstarted: 未载\ngloss: [{term: 甲, meaning: 有}, {term: 乙, meaning: 未载}]", "");

        assertThat(untold("none")).containsExactly("所属党支部", "释义");
        assertThat(untold("some")).containsExactly("开始");
    }

    private List<String> untold(String id) {
        Catalogue catalogue = site.catalogue();
        return Untold.of(catalogue.page(id).orElseThrow(), catalogue.schemas());
    }
}
