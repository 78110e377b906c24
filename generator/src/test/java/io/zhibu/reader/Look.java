package io.zhibu.reader;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.zhibu.Chromium;
import java.util.ArrayList;
import java.util.List;

/** How a reader looks at a page: a window so many pixels wide, light or dark. */
record Look(int width, ColorScheme scheme) {
    static final Look DESKTOP = new Look(1280, ColorScheme.LIGHT);
    static final Look PHONE_AT_NIGHT = new Look(390, ColorScheme.DARK);

    /** The three widths of the design, each by day and by night. */
    static List<Look> all() {
        List<Look> looks = new ArrayList<>();
        for (int width : new int[] {390, 820, 1280}) {
            looks.add(new Look(width, ColorScheme.LIGHT));
            looks.add(new Look(width, ColorScheme.DARK));
        }
        return List.copyOf(looks);
    }

    Page open(Chromium chromium) {
        return chromium.page(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setColorScheme(scheme));
    }

    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    }
}
