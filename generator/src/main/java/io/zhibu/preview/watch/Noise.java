package io.zhibu.preview.watch;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files that programs put beside the one that is being edited: no part of any site. */
final class Noise {
    private static final Pattern NAMES = Pattern.compile(
            // vim and its test of whether it may write, Emacs, Kate; Word, WPS, LibreOffice; JetBrains; browsers;
            // systems
            "\\..*\\.sw[a-px]|4913|.*~|\\.?#.*#?|.*\\.kate-swp|[.]?~[$].*|\\.~.*|\\.~lock\\..*#|~WR[A-Z]\\d+\\.tmp|.*\\.tmp"
                    + "|.*___jb_(tmp|old)___|.*\\.crdownload|\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\.goutputstream-.*");

    private Noise() {}

    static boolean is(Path file) {
        Path name = file.getFileName();
        return name == null || NAMES.matcher(name.toString()).matches() || within(file, ".git");
    }

    private static boolean within(Path file, String folder) {
        for (Path part : file) {
            if (part.toString().equals(folder)) {
                return true;
            }
        }
        return false;
    }
}
