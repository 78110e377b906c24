package io.zhibu.picture;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Looks at one file that is named like a picture: whether it is one, whole and harmless, and how large it is. Decodes nothing. */
final class Measuring {
    /** What a page can bear to be decoded: four bytes each in the memory of every reader, and twice that here. */
    private static final long MOST_PIXELS = 30_000_000;

    private final String name;
    private final Where named;
    private final Where file;
    private final Diagnostics diagnostics;

    /**
     * @param name as the entry writes it
     * @param named where it does
     * @param file the picture itself
     */
    Measuring(String name, Where named, Where file, Diagnostics diagnostics) {
        this.name = name;
        this.named = named;
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** Empty if readers couldn't see it. */
    Optional<Picture> picture(byte[] bytes) {
        Optional<Kind> kind = Kind.of(bytes);
        if (kind.isEmpty()) {
            unknown(Kind.other(bytes));
            return Optional.empty();
        }
        if (!kind.equals(Kind.named(name))) {
            String stem = name.substring(0, name.lastIndexOf('.') + 1);
            diagnostics.error(
                    named,
                    "picture-kind",
                    "“" + name + "”其实是 " + kind.get() + " 图片，扩展名不对",
                    "把文件改名为“" + stem + kind.get().ending() + "”，这里也照着改");
            return Optional.empty();
        }
        try {
            return measured(kind.get(), bytes);
        } catch (BrokenPicture broken) {
            diagnostics.error(named, "picture-broken", "“" + name + "”是坏的，或没有拷全", "从原处重新拷一遍，或用画图的软件重新导出");
            return Optional.empty();
        }
    }

    private void unknown(Optional<String> other) {
        boolean picture = other.isEmpty() || other.get().matches(".*(图片|照片|Photoshop).*");
        String what = other.map(kind -> picture ? "是 " + kind + "，网页上显示不了" : "其实是" + kind + "，不是图片")
                .orElse("不是网页能显示的图片");
        diagnostics.error(
                named,
                "picture-unknown",
                "“" + name + "”" + what,
                picture ? "用画图的软件打开，另存为 JPG 或 PNG" : "换成图片；给人下载就去掉前面的“!”，写成链接");
    }

    private Optional<Picture> measured(Kind kind, byte[] bytes) {
        Picture picture = switch (kind) {
            case JPEG -> jpeg(bytes);
            case PNG -> {
                Png png = Png.of(bytes);
                yield picture(png.moves() ? Kind.GIF : kind, png.width(), png.height(), 1, bytes);
            }
            case GIF -> {
                Gif gif = Gif.of(bytes);
                yield picture(kind, gif.width(), gif.height(), 1, bytes);
            }
            case WEBP -> {
                Webp webp = Webp.of(bytes);
                yield picture(kind, webp.width(), webp.height(), 1, bytes);
            }
            case SVG -> {
                int[] size = Svg.size(bytes, file, diagnostics);
                yield picture(kind, size[0], size[1], 1, bytes);
            }
        };
        if (kind != Kind.SVG && (picture.width() < 1 || picture.height() < 1)) {
            throw new BrokenPicture();
        }
        if ((long) picture.width() * picture.height() > MOST_PIXELS && kind != Kind.SVG) {
            diagnostics.error(
                    named,
                    "picture-huge",
                    "“" + name + "”有 " + picture.width() + "×" + picture.height() + " 点，大到手机打不开",
                    "缩到宽 3000 点以内");
            return Optional.empty();
        }
        return Optional.of(picture);
    }

    private Picture jpeg(byte[] bytes) {
        Jpeg jpeg = Jpeg.of(bytes);
        if (jpeg.colours() == 4) {
            diagnostics.error(named, "picture-colours", "“" + name + "”是印刷用的 CMYK 颜色，网页上会变色", "用画图的软件转成 RGB，再存一次");
        }
        boolean lying = jpeg.turn() >= 5;
        int width = lying ? jpeg.height() : jpeg.width();
        int height = lying ? jpeg.width() : jpeg.height();
        return picture(Kind.JPEG, width, height, jpeg.turn(), bytes);
    }

    private static Picture picture(Kind kind, int width, int height, int turn, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Picture(kind, width, height, turn, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
