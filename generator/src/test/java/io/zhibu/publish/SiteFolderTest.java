package io.zhibu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what stands in the site itself is of the site. */
class SiteFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAndNeitherAFolderNorWhereALinkLeads() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "密");
        Path site = Files.createDirectories(folder.resolve("site/tags")).getParent();
        Files.writeString(site.resolve("tags/a.html"), "甲");
        Files.createSymbolicLink(site.resolve("link.html"), secret);

        assertThat(new SiteFolder(site).read(new Address("tags/a.html"))).contains("甲".getBytes("UTF-8"));
        assertThat(new SiteFolder(site).read(new Address("tags"))).isEmpty();
        assertThat(new SiteFolder(site).read(new Address("link.html"))).isEmpty();
        assertThat(new SiteFolder(site).read(new Address("none.html"))).isEmpty();
    }

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
}
