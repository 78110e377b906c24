package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which branches keep to the three that should be everywhere. */
class FullCoverageTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void threeFullMembersToFiftyMembersAreFittingAndWhatIsUnrecordedIsNeitherMetNorMissed() {
        branch("few", "党支部", "{total: 3, formal: 2}", "");
        branch("joint", "联合支部", "{total: 2, formal: 2}", "");
        branch("least", "党支部", "{total: 4, formal: 3}", "");
        branch("many", "党支部", "{total: 51}", "");
        branch("none", "党支部", "未载", "");
        branch("total", "党支部", "{total: 20}", "");
        branch("two", "党支部", "{total: 2}", "");
        branch("above", "党总支", "{total: 300, formal: 300}", "");
        branch("gone", "临时支部", "{total: 99, formal: 99}", "dissolved: true\n");

        assertThat(said("members")).isEqualTo("""
                met joint
                met least
                missed few: 单独设置，党员 2 名，不足 3 名
                missed many: 党员 51 名，超过 50 名
                missed two: 单独设置，党员 2 名，不足 3 名
                unrecorded none
                unrecorded total""");
    }

    @Test
    void sevenFullMembersNeedOneForDiscipline() {
        branch("is", "党支部", "{total: 7, formal: 7}", "has_discipline_member: true\n");
        branch("isnt", "党支部", "{total: 7, formal: 7}", "has_discipline_member: false\n");
        branch("silent", "党支部", "{total: 7, formal: 7}", "");
        branch("small", "党支部", "{total: 6, formal: 6}", "has_discipline_member: false\n");
        branch("total", "党支部", "{total: 20}", "");
        branch("unknown", "党支部", "未载", "has_discipline_member: true\n");

        assertThat(said("discipline")).isEqualTo("""
                met is
                met unknown
                missed isnt: 正式党员 7 名，未设纪检委员
                unrecorded silent
                unrecorded total
                exempt small""");
    }

    @Test
    void theSecretaryIsTrainedInThePresentTerm() {
        branch("before", "党支部", "未载", "secretary_trained: 2022-05\nterm_start: 2023\n");
        branch("never", "党支部", "未载", "term_start: 2023\n");
        branch("since", "党支部", "未载", "secretary_trained: 2023-05\nterm_start: 2023-05\n");
        branch("termless", "党支部", "未载", "secretary_trained: 2023\n");

        assertThat(said("secretary")).isEqualTo("""
                met since
                met termless
                missed before: 书记培训 2022-05 早于本届起 2023
                unrecorded never""");
    }

    private String said(String key) {
        FullCoverage.Measure measure = FullCoverage.of(site.catalogue().pages()).measures().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        measure.met().forEach(page -> lines.add("met " + page.id()));
        measure.missed().forEach(missed -> lines.add("missed " + missed.page().id() + ": " + missed.why()));
        measure.unrecorded().stream().map(Page::id).forEach(id -> lines.add("unrecorded " + id));
        measure.exempt().stream().map(Page::id).forEach(id -> lines.add("exempt " + id));
        return String.join("\n", lines);
    }

    private void branch(String id, String level, String members, String more) {
        site.entry(
                "branch/" + id,
                "unit: 长江委\nname: " + id + "\norg_level: " + level + "\nmembers: " + members + "\n" + more.strip(),
                "");
    }
}
