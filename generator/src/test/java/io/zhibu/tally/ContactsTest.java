package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Departments and the branches that they look after. */
class ContactsTest {
    @TempDir
    private Path folder;

    @Test
    void aDepartmentStandsOnceWithAllItsBranchesAndWhoHasNoneIsNamed() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        site.entry("branch/alone", "unit: 长江委", "");
        site.entry("branch/first", "unit: 长江委\ncontact_department: office", "");
        site.entry("branch/gone", "unit: 长江委\ndissolved: true", "");
        site.entry("branch/office", "unit: 长江委\ntitle: 办公室党支部\ncontact_department: 未载", "");
        site.entry("branch/second", "unit: 长江委\ncontact_department: 外单位", "");
        site.entry("branch/third", "unit: 长江委\ncontact_department: office", "");
        Catalogue catalogue = site.catalogue();

        Contacts contacts = Contacts.of(catalogue.ofType("branch"), catalogue);

        assertThat(contacts.pairs().stream()
                        .map(pair -> pair.department() + " " + pair.page().map(Page::id) + " "
                                + pair.branches().stream().map(Page::id).toList()))
                .containsExactly("办公室党支部 Optional[office] [first, third]", "外单位 Optional.empty [second]");
        assertThat(contacts.without()).extracting(Page::id).containsExactly("alone", "office");
    }
}
