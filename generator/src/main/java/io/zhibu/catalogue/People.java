package io.zhibu.catalogue;

import io.zhibu.page.Page;
import java.util.List;

/** Which pages are about one person each. */
public final class People {
    private People() {}

    public static boolean isPerson(Page page) {
        return page.fields().get("gender").isPresent()
                || page.fields().text("kind").filter("个人"::equals).isPresent();
    }

    /** The names of the people who have a page that readers see, each once. */
    public static List<String> names(Catalogue catalogue) {
        return catalogue.pages().stream()
                .filter(People::isPerson)
                .flatMap(page -> page.fields().text("name").stream())
                .distinct()
                .sorted()
                .toList();
    }
}
