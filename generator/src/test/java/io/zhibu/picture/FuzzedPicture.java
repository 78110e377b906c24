package io.zhibu.picture;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The bytes of a picture, read as those beside an entry are; what of a drawing goes out must run nothing. */
public final class FuzzedPicture {
    private static final Where FILE = Where.inFile("content/a.svg");
    private static final Pattern ACTIVE =
            Pattern.compile("<(\\w+:)?(script|foreignobject|iframe)\\b|\\son\\w+\\s*=\\s*[\"']");

    private FuzzedPicture() {}

    public static void read(byte[] bytes) {
        for (String ending : new String[] {"svg", "png", "jpg", "gif", "webp"}) {
            new Measuring("a." + ending, FILE, FILE, new Diagnostics()).picture(bytes);
        }
    }

    public static void drawing(byte[] bytes) {
        Diagnostics diagnostics = new Diagnostics();
        Svg.size(bytes, FILE, diagnostics);
        if (diagnostics.hasErrors()) {
            return;
        }
        try {
            String bare = new String(Svg.bare(bytes), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            if (ACTIVE.matcher(bare).find()) {
                throw new IllegalStateException("runs: " + bare);
            }
        } catch (BrokenPicture refused) {
            return;
        }
    }
}
