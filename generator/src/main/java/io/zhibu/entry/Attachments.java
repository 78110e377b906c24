package io.zhibu.entry;

import io.zhibu.address.Address;
import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the files that lie beside an entry stand on the site: in the folder of the entry's page, under their own names. */
public final class Attachments {
    private Attachments() {}

    /** @param path from the entry's folder */
    public static Address address(Page page, String path) {
        List<String> names =
                new ArrayList<>(Arrays.asList(page.address().folder().split("/")));
        String[] parts = path.split("/");
        names.addAll(Arrays.asList(parts).subList(0, parts.length - 1));
        return Address.of(names, parts[parts.length - 1]);
    }
}
