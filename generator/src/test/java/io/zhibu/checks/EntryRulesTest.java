package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What entries say of themselves and of each other, where no single field is wrong. */
class EntryRulesTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void anEntryWhoseDayHasComeIsTold() {
        site.entry("term/past", "unit: 长江委\nexpires: 2026-11-23", "");
        site.entry("term/ahead", "unit: 长江委\nexpires: 2026-11-24", "");

        assertThat(Said.fully(new Expired(LocalDate.of(2026, 11, 23)), site)).isEqualTo("""
                content/term/past.md:8:10: 提示[entry-expired] 到了下架日期 2026-11-23，列表、检索和订阅里已经没有它，知道网址的还打得开
                    建议：还有用的，核对以后改 expires；不要了的，把 status 写成 archived""");
    }

    @Test
    void whoRefersToAnEntryWhoseDayHasComeIsTold() {
        site.entry("term/past", "unit: 长江委\nexpires: 2026-11-23", "");
        site.entry("term/gone", "unit: 长江委\nexpires: 2026-11-23\nrelated: [past]", "");
        site.entry("term/here", "unit: 长江委\nrelated: [past]", "");

        assertThat(Said.by(new Expired(LocalDate.of(2026, 11, 22)), site)).isEmpty();
        assertThat(Said.fully(new Expired(LocalDate.of(2026, 11, 23)), site))
                .contains("""
                content/term/here.md:8:11: 提示[reference-expired] “相关条目”引用的“past”到了下架日期 2026-11-23，列表里已经没有它
                    建议：换成还在用的一篇，或删去这一处引用；那一篇还有用的，改它的 expires""")
                .doesNotContain("gone.md:9");
    }

    @Test
    void aNameListsAsManyThingsAsItCounts() {
        method("one", "method_name: 三抓四比\ngloss: [{term: 抓, meaning: 一}, {term: 比, meaning: 二}]");
        method(
                "two",
                "method_name: 两清单一回访\ngloss: [{term: 甲, meaning: 一}, {term: 乙, meaning: 二}, {term: 丙, meaning: 三}]");
        method("three", "method_name: 三抓四比加\ngloss: 未载");
        method("four", "method_name: 一线\ngloss: [{term: 甲, meaning: 一}, {term: 乙, meaning: 二}]");
        site.entry("term/five", "unit: 长江委\nterm: 三提升\nexpansions: [中心组学习, 主题党日]", "");

        assertThat(Said.fully(new NumeralMismatch(), site)).isEqualTo("""
                content/term/five.md:9:13: 警告[numeral-mismatch] “三提升”的数字合起来是 3，“展开”列了 2 项
                    建议：补上缺的几项，或合并多出的；名称写错了就改名称
                content/work-method/one.md:9:8: 警告[numeral-mismatch] “三抓四比”的数字合起来是 7，“释义”列了 2 项
                    建议：补上缺的几项，或合并多出的；名称写错了就改名称""");
    }

    @Test
    void theStudyOfALeadingGroupHasThreeParts() {
        String study = "form: 中心组学习\naudience: [普通党员]\nunit: 长江委";
        site.entry("study/all", study, "## 会前自学\n\n甲。\n\n## 会中研讨\n\n乙。\n\n## 会后总结\n\n丙。");
        site.entry("study/none", study, "学了一天。");
        site.entry("study/other", study.replace("中心组学习", "党课"), "讲了一课。");
        site.entry("study/two", study, "## 自学\n\n甲。\n\n## 集中研讨\n\n乙。");

        assertThat(Said.fully(new StudyParts(), site)).isEqualTo("""
                content/study/none.md:1:1: 提示[study-parts] 中心组学习缺“会前自学”“会中研讨”“会后总结”几节
                    建议：各加一行，如 ## 会前自学，下面写这一段做了什么
                content/study/two.md:1:1: 提示[study-parts] 中心组学习缺“会后总结”一节
                    建议：各加一行，如 ## 会后总结，下面写这一段做了什么""");
    }

    @Test
    void whatWasAchievedIsToldInFigures() {
        for (String[] one : new String[][] {
            {"words", "成效显著，反响很好。"},
            {"date", "2021 年 7 月得到肯定，[A1] 办成一件事。"},
            {"digits", "回访 212 件。"},
            {"spoken", "培训三百余人次。"},
            {"nothing", ""},
        }) {
            site.entry("work-method/" + one[0], "unit: 长江委", "## 做法\n\n抓了 3 样。\n\n## 成效\n\n" + one[1]);
        }
        site.entry("work-method/table", "unit: 长江委\nindicators: [{name: 回访, after: 3, basis: 台账}]", "## 成效\n\n见表。");

        assertThat(Said.fully(new NoFigure(), site)).isEqualTo("""
                content/work-method/date.md:1:1: 提示[effect-figure] “成效”一节没有一个数字
                    建议：写上次数、人数、比率一类的数字和口径，或在 indicators 里写成效指标；来源没有数字的可以不管
                content/work-method/words.md:1:1: 提示[effect-figure] “成效”一节没有一个数字
                    建议：写上次数、人数、比率一类的数字和口径，或在 indicators 里写成效指标；来源没有数字的可以不管""");
    }

    @Test
    void aCollectionAsksForWhatThereIs() {
        method("one", "tags: [三亮]\nyears: [2021]");
        site.entry("collection/found", "query: {type: work-method, tag: 三亮}", "");
        site.entry("collection/late", "query: {type: work-method, tag: 三亮, year: 2020}", "");
        site.entry("collection/made", "query: {type: work-method, tag: 三亮}\nsample: true", "");
        site.entry("collection/nothing", "query: {}", "");
        site.entry("collection/type", "query: {type: work-metod}", "");

        assertThat(Said.fully(new CollectionQuery(), site)).isEqualTo("""
                content/collection/late.md:8:8: 警告[query-nothing] 按条件一条也没有收到
                    建议：不写“年份”就收到 1 条；条件要全合才收，示例专题只收示例
                content/collection/made.md:8:8: 警告[query-nothing] 按条件一条也没有收到
                    建议：放宽条件，或在 items 里写条目的标识；条件要全合才收，示例专题只收示例
                content/collection/nothing.md:8:8: 错误[query-empty] “按条件收录”里一个条件也没有
                    建议：至少写一项，如 type、tag、unit、mechanism、platform、year；不按条件收录就删去 query
                content/collection/type.md:8:15: 错误[query-type] 没有“work-metod”这一类条目的列表，收不到东西
                    建议：是“work-method”吗？""");
    }

    @Test
    void aSourceThatNothingRefersToIsTold() {
        String source = ", title: 题, publisher: 甲}";
        site.entry(
                "role-model/one",
                "citations: [{key: A1" + source + ", {key: A2" + source + ", {key: B1" + source + "]\n"
                        + "quotes: [{text: 话, src: [A2]}]",
                "正文。[A1]");

        assertThat(Said.fully(new UncitedSource(), site)).isEqualTo("""
                content/role-model/one.md:8:89: 提示[citation-unused] 出处“B1”没有被引用
                    建议：在用到它的那句后面写 [B1]，没有用到就删去这一种""");
    }

    @Test
    void aDocumentThatIsNamedAndNotRegisteredIsToldOnce() {
        site.entry("institution/act", "title: 示例办法\naliases: [《旧办法》]", "");
        method("one", "citations: [{key: A1, title: 某报告, publisher: 甲}]");
        site.entry("work-method/two", "unit: 长江委", "照《示例办法》《旧办法》《某报告》《某日报》《三问工作法》和《没有的规定（试行）》去做。");
        site.entry("work-method/three", "unit: 长江委", "照《没有的规定（试行）》去做。");
        site.entry("work-method/made", "unit: 长江委\nsample: true", "照《虚构的规定》去做。");

        assertThat(Said.fully(new UnregisteredTitle(), site)).isEqualTo("""
                content/work-method/three.md:1:1: 提示[title-unregistered] 正文里的《没有的规定（试行）》没有登记，共 2 篇提到
                    建议：给它建一篇制度文件，只登记题名也可以；登记了就自动链过去""");
    }

    @Test
    void aTextOrASectionThatIsTooLongIsTold() {
        site.entry("work-method/brief", "unit: 长江委", "## 工作背景\n\n" + "字".repeat(490));
        site.entry("work-method/section", "unit: 长江委", "## 工作背景\n\n" + "字 ".repeat(500) + "\n\n## 做法\n\n字");
        site.entry("work-method/whole", "unit: 长江委", "## 做法\n\n" + "字".repeat(4999));

        assertThat(Said.fully(new TooLong(), site)).isEqualTo("""
                content/work-method/section.md:1:1: 提示[section-long] “背景”一节 504 字，超过 500 字
                    建议：只留读者要知道的，其余删去或放到附件里
                content/work-method/whole.md:1:1: 警告[text-long] 正文 5001 字，超过 5000 字
                    建议：写给没有时间的人看：留做法和成效，别的放到附件里""");
    }

    @Test
    void numeralsAreAddedAndIdleOnesAreNot() {
        assertThat(NumeralMismatch.said("三抓四比")).isEqualTo(7);
        assertThat(NumeralMismatch.said("一包两卡三对时")).isEqualTo(6);
        assertThat(NumeralMismatch.said("十二条")).isEqualTo(12);
        assertThat(NumeralMismatch.said("二十条")).isEqualTo(20);
        assertThat(NumeralMismatch.said("第一课三问")).isEqualTo(3);
        assertThat(NumeralMismatch.said("十四五四增强")).isEqualTo(4);
        assertThat(NumeralMismatch.said("项目+区域")).isZero();
    }

    @Test
    void twoMethodsOfOneNameAndAnAliasThatIsTakenAreTold() {
        method("one", "title: 三问工作法\nmethod_name: 三问");
        method("two", "title: 三问法\nmethod_name: 三问\naliases: [三问工作法, 三句话]");
        method("three", "title: 三句话工作法\nmethod_name: 三句\naliases: [三句话]");

        assertThat(Said.fully(new SameName(), site)).isEqualTo("""
                content/work-method/two.md:8:14: 警告[method-same] 工作法名称“三问”与 content/work-method/one.md 相同
                    建议：两篇写的是一回事就合成一篇，不是一回事就改名称
                content/work-method/two.md:9:11: 错误[alias-same] 别名“三问工作法”已是 content/work-method/one.md 的名称
                    建议：一个名称只归一篇，删去这一个
                content/work-method/two.md:9:18: 错误[alias-same] 别名“三句话”已是 content/work-method/three.md 的名称
                    建议：一个名称只归一篇，删去这一个""");
    }

    @Test
    void aTitleThatSoundsLikeMinutesIsTold() {
        site.entry("term/one", "unit: 长江委\ntitle: 民主生活会的准备\nterm: 准备", "");
        site.entry("term/two", "unit: 长江委\ntitle: 某次民主生活会会议记录\nterm: 记录", "");

        assertThat(Said.fully(new RawRecord(), site)).isEqualTo("""
                content/term/two.md:7:8: 警告[raw-record] 标题里有“会议记录”，会议的原始记录不入库
                    建议：只登记做法和制度的题名；不是原始记录的，换个标题""");
    }

    @Test
    void whatWasToBeDoneByADayThatHasPassedIsToldUntilItIsDone() {
        site.entry("term/one", "unit: 长江委\nterm: 甲\nowner: 某处\ndue: 2026-11-22", "");
        site.entry("term/two", "unit: 长江委\nterm: 乙\ndue: 2026-11-22\ndone: 2026-11-20", "");
        site.entry("term/three", "unit: 长江委\nterm: 丙\ndue: 2026-11-23", "");
        site.entry("term/four", "unit: 长江委\nterm: 丁\ndue: 2026-11-01\nstatus: draft", "");

        assertThat(Said.fully(new DutyOver(LocalDate.of(2026, 11, 23)), site)).isEqualTo("""
                content/term/four.md:8:6: 提示[duty-over] 完成期限 2026-11-01 已过，没有办结
                    建议：办结了的写 done；延期的改 due
                content/term/one.md:10:6: 提示[duty-over] 完成期限 2026-11-22 已过，没有办结，承办：某处
                    建议：办结了的写 done；延期的改 due""");
    }

    @Test
    void aChainOfReplacementsNeverComesBack() {
        site.entry("institution/one", "unit: 长江委\nsupersedes: [two]", "");
        site.entry("institution/two", "unit: 长江委\nsupersedes: [three]", "");
        site.entry("institution/three", "unit: 长江委\nsupersedes: [two]", "");
        site.entry("institution/four", "unit: 长江委\nsupersedes: [one, three]", "");

        assertThat(Said.fully(new CircularReference(), site)).isEqualTo("""
                content/institution/three.md:8:14: 错误[reference-circle] “代替”引成了圈：two → three → two
                    建议：只写新的代替旧的，反过来的一条删去""");
    }

    @Test
    void aBranchDoesNotAdoptItsOwnMethod() {
        method("one", "branch: home\npromotion: {level: 全委, adopted_by: [other, home]}");

        assertThat(Said.fully(new SelfAdoption(), site)).isEqualTo("""
                content/work-method/one.md:9:44: 错误[self-adoption] 采用的支部“home”就是提出这套工作法的支部
                    建议：只写别的支部，删去这一个""");
    }

    @Test
    void aCollectionCollectsSomething() {
        site.entry("collection/one", "unit: 长江委", "");
        site.entry("collection/two", "unit: 长江委\nitems: [one]", "");
        site.entry("collection/three", "unit: 长江委\nquery: {tag: 三亮}", "");

        assertThat(Said.fully(new EmptyCollection(), site)).isEqualTo("""
                content/collection/one.md:1:1: 警告[collection-empty] 专题“条目 one”没有收录条目，是空白栏目
                    建议：在 items 里写条目的标识，或写 query；没有可收的先改成草稿""");
    }

    @Test
    void aUnitWasThereInTheYearsThatAreTold() {
        site.entry("branch/one", "unit: 长江委\nyears: [1949]", "");
        site.entry("branch/two", "unit: 长江委\nyears: [1949, 1950]", "");

        assertThat(Said.fully(new UnitOutOfDate(), site)).isEqualTo("""
                content/branch/one.md:7:7: 警告[unit-date] 所记的年份 1949 里没有“长江水利委员会”：1950 年设立
                    建议：核对年份和单位；改了名的在单位词表里写 renamed_to""");
    }

    @Test
    void theKindOfUnitIsThatOfTheUnit() {
        site.entry("branch/one", "unit: 长江科学院\nunit_kind: 企业", "");
        site.entry("branch/two", "unit: 武汉大学\nunit_kind: 企业", "");

        assertThat(Said.fully(new UnitKind(), site)).isEqualTo("""
                content/branch/one.md:8:12: 错误[unit-kind] 单位类别写的是“企业”，责任单位在单位词表里是“事业单位”
                    建议：改成“事业单位”，或核对单位词表""");
    }

    @Test
    void aMethodBelongsToTheUnitOfItsBranch() {
        site.entry("branch/home", "unit: 长江科学院", "");
        site.entry("work-method/one", "unit: 长江委\nbranch: home", "");

        assertThat(Said.fully(new BranchUnit(), site)).isEqualTo("""
                content/work-method/one.md:7:7: 错误[branch-unit] 责任单位是“长江水利委员会”，所属党支部的责任单位是“长江科学院”
                    建议：两处写成一样""");
    }

    @Test
    void aDepartmentLooksAfterOneBranch() {
        site.entry("branch/one", "unit: 长江委\ncontact_department: 办公室", "");
        site.entry("branch/two", "unit: 长江委\ncontact_department: 办公室", "");

        assertThat(Said.fully(new SharedContact(), site)).isEqualTo("""
                content/branch/two.md:8:21: 警告[contact-shared] “办公室”已经联系 content/branch/one.md
                    建议：一个机关部门党组织对口联系一个支部，核对两处""");
    }

    @Test
    void ofTheLivingOnlyTheYearOfBirthIsToldAndOnlyWithConsent() {
        site.entry("role-model/one", "unit: 长江委\nkind: 个人\nbirth: 1980-05", "");
        site.entry("role-model/two", "unit: 长江委\nkind: 个人\nbirth: 1980\nconsent: {by: 本人, date: 2026-01-05}", "");
        site.entry("role-model/three", "unit: 长江委\nkind: 个人\nbirth: 1940-01-30\ndeath: 2020\ndeceased: false", "");
        site.entry("role-model/four", "unit: 长江委\nkind: 集体", "");

        assertThat(Said.fully(new LivingPerson(), site)).isEqualTo("""
                content/role-model/one.md:1:1: 错误[person-consent] 在世的个人，有本人同意才立为榜样，这一篇没有写
                    建议：加 consent，写明 by（何人）和 date（日期）；没有同意的不收
                content/role-model/one.md:9:8: 错误[person-birth] 在世的人只写出生的年份，这里写到了月
                    建议：写成 birth: 1980
                content/role-model/three.md:11:11: 错误[person-deceased] 写了逝世的日期，“已故”却写的是否
                    建议：写 deceased: true，或核对逝世日期""");
    }

    @Test
    void aReprintSaysWhoseItIs() {
        site.entry("report/one", "unit: 长江委\nsource: {kind: 转载, title: 甲}", "");
        site.entry("report/two", "unit: 长江委\nsource: {kind: 转载, title: 甲}\ncopyright: 版权归某社", "");

        assertThat(Said.fully(new Reprint(), site)).isEqualTo("""
                content/report/one.md:8:16: 错误[reprint-copyright] 转载的条目没有写版权说明
                    建议：加一行 copyright，写明版权归谁、凭什么转载""");
    }

    private void method(String id, String fields) {
        site.entry("work-method/" + id, "unit: 长江委\n" + fields, "");
    }
}
