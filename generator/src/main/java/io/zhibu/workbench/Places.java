package io.zhibu.workbench;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which files a page may speak of: entries in the folder of content, and nothing that a link leads out of it. */
final class Places {
    private static final int LONGEST = 300;
    private static final Pattern PART = Pattern.compile("[^./\\\\\\p{Cntrl}:*?\"<>|][^/\\\\\\p{Cntrl}:*?\"<>|]{0,120}");

    private final Path root;
    private final String content;

    /** @param content folder of the entries, from the root with forward slashes */
    Places(Path root, String content) {
        this.root = root;
        this.content = content;
    }

    boolean isEntry(String file) {
        return file.endsWith(".md") && isInside(file);
    }

    boolean isInside(String file) {
        if (!file.startsWith(content + "/") || file.length() > LONGEST) {
            return false;
        }
        Path place = root.resolve(content);
        for (String part : file.substring(content.length() + 1).split("/", -1)) {
            if (!PART.matcher(part).matches()) {
                return false;
            }
            place = place.resolve(part);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && Files.isSymbolicLink(place)) {
                return false;
            }
        }
        return true;
    }
}
