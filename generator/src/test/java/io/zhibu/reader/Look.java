package io.zhibu.reader;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.zhibu.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a reader looks at a page: a window so many pixels wide, light or dark. */
record Look(int width, ColorScheme scheme) {
    /** Nothing sticks out of the window: what is wider scrolls by itself. */
    static final String STICKS_OUT = """
            () => {
                const wide = document.scrollingElement.scrollWidth - innerWidth;
                if (wide <= 0) return [];
                const worst = [...document.body.querySelectorAll('*')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1);
                return ['sticks out by ' + wide + ' px: ' + worst.slice(0, 3).map(e => e.outerHTML.slice(0, 90))];
            }""";

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
        return chromium.page(
                new Browser.NewContextOptions().setViewportSize(width, 844).setColorScheme(scheme));
    }

    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
