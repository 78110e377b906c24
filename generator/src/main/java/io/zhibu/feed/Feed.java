package io.zhibu.feed;

import io.zhibu.address.Address;
import io.zhibu.page.Page;
import java.util.List;

/**
 * What one feed is of.
 *
 * @param name of what it is of
 * @param title the name and the site's
 * @param of the page whose news it tells
 * @param pages the newest, newest first; few enough for a reader to fetch again and again
 */
public record Feed(String name, String title, Address of, List<Page> pages) {
    private static final int ENTRIES = 30;

    public Feed {
        pages = List.copyOf(pages.subList(0, Math.min(ENTRIES, pages.size())));
    }

    public Address atom() {
        return new Address(of.folder() + "feed.xml");
    }

    public Address json() {
        return new Address(of.folder() + "feed.json");
    }
}
