package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.ownfile.OwnFile;
import io.zhibu.page.Page;
import io.zhibu.release.Digest;
import io.zhibu.release.Entry;
import io.zhibu.release.GoodSources;
import io.zhibu.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The entries that readers of a site see, as a release remembers them. */
final class Entries {
    private final Path root;
    private final Building.Built site;
    private final Quarantine quarantine;

    Entries(Path root, Building.Built site, Quarantine quarantine) {
        this.root = root;
        this.site = site;
        this.quarantine = quarantine;
    }

    /** In the order of the catalogue. */
    List<Entry> listed() throws IOException {
        List<Entry> listed = new ArrayList<>();
        for (Page page : site.catalogue().pages()) {
            String label =
                    site.config().schemas().type(page.type()).map(Schema::label).orElse(page.type());
            listed.add(new Entry(
                    page.type(),
                    page.id(),
                    page.address().link(),
                    label,
                    page.title(),
                    digest(page),
                    page.sample(),
                    quarantine
                            .shown(page.where().file())
                            .map(GoodSources.Good::day)
                            .orElse("")));
        }
        return listed;
    }

    /** A picture that was exchanged makes another entry too. */
    private String digest(Page page) throws IOException {
        String file = page.where().file();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        add(file, all);
        for (Page.Attached one : page.attached()) {
            add(folder + one.path(), all);
        }
        return Digest.of(all.toByteArray());
    }

    private void add(String name, ByteArrayOutputStream all) throws IOException {
        Path file = quarantine.shown(name).map(GoodSources.Good::file).orElse(root.resolve(name));
        all.write((name + "\0").getBytes(StandardCharsets.UTF_8));
        if (Files.isRegularFile(file)) {
            all.write(OwnFile.bytes(file));
        }
    }
}
