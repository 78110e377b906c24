package io.zhibu.content;

import io.zhibu.address.Address;
import io.zhibu.config.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where JBake puts a source's page, and how it links to it: the two differ in a draft's suffix and a type's own ending. Unlike JBake's,
 * the name on the disk is not percent-encoded, so that the links arrive.
 */
final class JBakeAddress {
    private final Settings settings;
    private final List<String> folders;
    private final String name;

    /** @param inside the source's path in the folder of content */
    JBakeAddress(Settings settings, String inside) {
        this.settings = settings;
        this.folders = new ArrayList<>(Arrays.asList(inside.split("/")));
        String last = folders.remove(folders.size() - 1);
        String stem = last.substring(0, last.lastIndexOf('.'));
        String prefix = settings.jbake("uri.noExtension.prefix", "");
        if (settings.isOn("uri.noExtension") && !prefix.isEmpty() && ("/" + inside).startsWith(prefix)) {
            folders.add(stem);
            stem = "index";
        }
        this.name = stem;
    }

    /** As templates link to it. */
    String uri() {
        Address address = Address.kept(folders, name + settings.jbake("output.extension", ".html"));
        String file = address.link().substring(address.link().lastIndexOf('/') + 1);
        // JBake leaves folders as they are; what would end a path in a link can't stay so.
        String before = address.folder().replace("%", "%25").replace("#", "%23");
        return before + file;
    }

    Address file(String type, boolean draft) {
        String extension =
                settings.jbake("template." + type + ".extension", settings.jbake("output.extension", ".html"));
        String suffix = draft ? settings.jbake("draft.suffix", "-draft") : "";
        return Address.kept(folders, name + suffix + extension);
    }

    /** {@code ../} for each folder of the source, and a strange one more for every page once addresses without ending are on. */
    static String root(Settings settings, String inside) {
        String up = "../".repeat((int) inside.chars().filter(c -> c == '/').count());
        return settings.isOn("uri.noExtension") ? (up.isEmpty() ? "/../" : up + "../") : up;
    }
}
