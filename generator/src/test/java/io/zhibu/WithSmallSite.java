package io.zhibu;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that begins with a site without entries. */
public abstract class WithSmallSite {
    @TempDir
    protected Path folder;

    protected SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
    }
}
