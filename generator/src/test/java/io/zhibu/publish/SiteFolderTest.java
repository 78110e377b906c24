package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
    @TempDir
    private Path folder;

    @Test
    void knowsWhatItHasGivenAndNothingThatOnlyLooksLikeIt() throws IOException {
        Files.writeString(folder.resolve("a.html"), "甲");
        Files.writeString(folder.resolve("b.html"), "甲");
        SiteFolder site = new SiteFolder(folder);

        byte[] given = site.read(new Address("a.html")).orElseThrow();

        assertThat(site.gave("a.html", given)).isTrue();
        assertThat(site.gave("a.html", given.clone())).isFalse();
        assertThat(site.gave("b.html", given)).isFalse();
    }

    @Test
    void aLinkIsNoFileOfItsOwn() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.html"), "甲");
        Files.createSymbolicLink(folder.resolve("a.html"), elsewhere);

        assertThat(new SiteFolder(folder).read(new Address("a.html"))).isEmpty();
        assertThat(new SiteFolder(folder).read(new Address("none.html"))).isEmpty();
    }
}
