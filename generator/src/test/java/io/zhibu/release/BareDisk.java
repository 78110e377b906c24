package io.zhibu.release;

import io.zhibu.disk.OtherDisk;
import java.nio.file.Path;

/** A disk of a stick: it knows neither kind of link. */
final class BareDisk extends OtherDisk {
    @Override
    public void link(Path existing, Path name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void point(Path link, Path target) {
        throw new UnsupportedOperationException();
    }
}
