package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many belong to a branch, who leads it and for how long, as the rules for branches say. */
class BranchRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void twoFullMembersAreTooFewForABranchOfItsOwn() {
        branch("one", "党支部", "total: 3, formal: 2", "");
        branch("two", "党支部", "total: 3, formal: 3", "");
        branch("three", "联合支部", "total: 3, formal: 2", "");

        assertThat(Said.fully(new FewMembers(), site)).isEqualTo("""
                content/branch/one.md:9:29: 错误[members-few] 单独设置的党支部只有正式党员 2 名，不足 3 名
                    建议：核对人数；是联合支部的把 org_level 写成联合支部""");
    }

    @Test
    void fiftyOneMembersAreTooManyForABranchButNotForAGeneralOne() {
        branch("one", "党支部", "total: 51, formal: 51", "");
        branch("two", "党支部", "total: 50, formal: 50", "");
        branch("three", "党总支", "total: 86, formal: 85", "");

        assertThat(Said.fully(new ManyMembers(), site)).isEqualTo("""
                content/branch/one.md:9:18: 警告[members-many] 一个支部有党员 51 名，一般不超过 50 名
                    建议：核对人数；是党总支的把 org_level 写成党总支""");
    }

    @Test
    void sevenFullMembersNeedACommitteeOfThreeToSevenWithASecretary() {
        branch("none", "党支部", "total: 7, formal: 7", "");
        branch("few", "党支部", "total: 7, formal: 7", "committee: [{post: 书记}, {post: 委员}]\n");
        branch("many", "党支部", "total: 7, formal: 7", "committee:\n" + "  - post: 书记\n".repeat(8));
        branch("headless", "党支部", "total: 7, formal: 7", "committee:\n" + "  - post: 委员\n".repeat(3));
        branch("sound", "党支部", "total: 7, formal: 7", "committee:\n" + "  - post: 副书记\n".repeat(3));
        branch("unrecorded", "党支部", "total: 7, formal: 7", "committee: 未载\n");
        branch("small", "党支部", "total: 6, formal: 6", "");

        assertThat(Said.fully(new CommitteeSize(), site)).isEqualTo("""
                content/branch/few.md:10:12: 警告[committee-small] 正式党员 7 名，应设支部委员会，这里写了支委 2 名
                    建议：在 committee 里写上 3 至 5 名支委的职务；来源没有写的，写 committee: 未载
                content/branch/headless.md:11:3: 警告[committee-secretary] 支委里没有书记
                    建议：在 committee 里写上书记的职务
                content/branch/many.md:11:3: 警告[committee-large] 支委有 8 名，一般不超过 7 名
                    建议：核对 committee
                content/branch/none.md:9:29: 警告[committee-small] 正式党员 7 名，应设支部委员会，这里写了支委 0 名
                    建议：在 committee 里写上 3 至 5 名支委的职务；来源没有写的，写 committee: 未载""");
    }

    @Test
    void aBranchWithACommitteeHasAMemberForDiscipline() {
        branch("one", "党支部", "total: 7, formal: 7", "");
        branch("two", "党支部", "total: 7, formal: 7", "has_discipline_member: false\n");
        branch("three", "党支部", "total: 7, formal: 7", "has_discipline_member: true\n");
        branch("four", "党支部", "total: 7, formal: 7", "has_discipline_member: 未载\n");

        assertThat(Said.fully(new NoDisciplineMember(), site)).isEqualTo("""
                content/branch/one.md:9:29: 警告[discipline-member] 正式党员 7 名，没有设纪检委员，三个全覆盖未达标
                    建议：设了的写 has_discipline_member: true；来源没有写的写 未载
                content/branch/two.md:10:24: 警告[discipline-member] 正式党员 7 名，没有设纪检委员，三个全覆盖未达标
                    建议：设了的写 has_discipline_member: true；来源没有写的写 未载""");
    }

    @Test
    void aJointBranchCoversFiveUnitsAtTheMost() {
        branch("one", "联合支部", "total: 3, formal: 2", "covers_units: [甲, 乙, 丙, 丁, 戊, 己]\n");
        branch("two", "联合支部", "total: 3, formal: 2", "covers_units: [甲, 乙, 丙, 丁, 戊]\n");

        assertThat(Said.fully(new JointCoverage(), site)).isEqualTo("""
                content/branch/one.md:10:15: 警告[joint-coverage] 联合支部覆盖 6 个单位，一般不超过 5 个
                    建议：核对 covers_units；太多的分设几个联合支部""");
    }

    @Test
    void aTermOfThreeYearsEndsOnItsDay() {
        branch("one", "党支部", "total: 7, formal: 7", "term_start: 2023-11-22\n");
        branch("two", "党支部", "total: 7, formal: 7", "term_start: 2023-11-23\n");
        branch("village", "党支部", "total: 7, formal: 7", "term_start: 2021-12\nterm_years: 5\n");

        assertThat(Said.fully(new TermOver(TODAY), site)).isEqualTo("""
                content/branch/one.md:10:13: 提示[term-over] 本届从 2023-11-22 起，已满 3 年
                    建议：换届以后更新 term_start；任期不是这么多年的写 term_years""");
    }

    @Test
    void theSecretaryIsTrainedInThePresentTerm() {
        branch("one", "党支部", "total: 7, formal: 7", "");
        branch("two", "党支部", "total: 7, formal: 7", "term_start: 2025-03\nsecretary_trained: 2025-02\n");
        branch("three", "党支部", "total: 7, formal: 7", "term_start: 2025-03\nsecretary_trained: 2025-03\n");
        branch("four", "党支部", "total: 7, formal: 7", "secretary_trained: 未载\n");

        assertThat(Said.fully(new SecretaryTraining(), site)).isEqualTo("""
                content/branch/one.md:1:1: 提示[secretary-training] 没有写书记培训的日期，三个全覆盖未达标
                    建议：加一行 secretary_trained: 年-月
                content/branch/two.md:11:20: 提示[secretary-training] 书记培训 2025-02 早于本届起 2025-03，三个全覆盖未达标
                    建议：本届培训以后更新 secretary_trained""");
    }

    @Test
    void aTemporaryBranchIsDissolvedInTime() {
        branch("one", "临时支部", "total: 7, formal: 7", "end: 2026-10\n");
        branch("two", "临时支部", "total: 7, formal: 7", "end: 2026-11\n");
        branch("three", "临时支部", "total: 7, formal: 7", "end: 2026-10\ndissolved: true\n");

        assertThat(Said.fully(new TemporaryOver(TODAY), site)).isEqualTo("""
                content/branch/one.md:10:6: 提示[temporary-over] 临时支部到 2026-10 为止，已经过期
                    建议：撤销了的写 dissolved: true；延期的改 end""");
    }

    @Test
    void ofABranchWhoseMembersNobodyKnowsNothingIsSaid() {
        site.entry("branch/one", "unit: 长江委\norg_level: 党支部\nmembers: 未载", "");

        for (Check rule : new Check[] {
            new FewMembers(), new ManyMembers(), new CommitteeSize(), new NoDisciplineMember(), new SecretaryTraining()
        }) {
            assertThat(Said.fully(rule, site)).isEmpty();
        }
    }

    private void branch(String id, String level, String members, String more) {
        site.entry(
                "branch/" + id,
                "unit: 长江委\norg_level: " + level + "\nmembers: {" + members + ", as_of: 2026}\n" + more.stripTrailing(),
                "");
    }
}
