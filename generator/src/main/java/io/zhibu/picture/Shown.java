package io.zhibu.picture;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Shelf;
import io.zhibu.output.Source;
import io.zhibu.ownfile.OwnFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A picture as pages show it. Makes bytes when asked. */
public final class Shown {
    /** Changes whenever the same file would become other bytes. */
    private static final int RECIPE = 1;

    private final Picture picture;
    private final Path file;
    private final Where named;
    private final Shelf shelf;

    /** @param named where an entry asks for it */
    Shown(Picture picture, Path file, Where named, Shelf shelf) {
        this.picture = picture;
        this.file = file;
        this.named = named;
        this.shelf = shelf;
    }

    /** Pixels, as it is seen upright; 0 if a drawing doesn't say. */
    public int width() {
        return picture.width();
    }

    public int height() {
        return picture.height();
    }

    /** The widths of the narrower ones, the narrowest first; all less than its own. */
    public List<Integer> narrower() {
        return picture.narrower();
    }

    /** Whether a browser may choose the whole one too: not if it is much wider than any screen needs. */
    public boolean offered() {
        return picture.offered();
    }

    /** The picture itself, without what a camera wrote into it. */
    public Source whole() {
        return picture.turn() == 1
                ? made(bytes -> Making.whole(picture, bytes))
                : made(bytes -> shelf.keep(name(picture.width()), () -> Making.whole(picture, bytes)));
    }

    /** @param width one of {@link #narrower} */
    public Source narrower(int width) {
        return made(bytes -> shelf.keep(name(width), () -> Making.narrower(picture, bytes, width)));
    }

    private String name(int width) {
        return picture.digest() + "-" + width + "-" + RECIPE + "."
                + picture.kind().ending();
    }

    private Source made(Function<byte[], byte[]> making) {
        return () -> {
            try {
                return Outcome.of(making.apply(OwnFile.bytes(file)));
            } catch (BrokenPicture broken) {
                return new Outcome<>(
                        new byte[0],
                        List.of(Diagnostic.error(
                                named,
                                "picture-broken",
                                "图片“" + file.getFileName() + "”读得出尺寸，读不出内容",
                                "用画图的软件打开，重新导出为 JPG 或 PNG")));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
    }
}
