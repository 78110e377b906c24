package io.zhibu.cli;

import java.util.Optional;

/**
 * Whether Java can name files in Chinese here. On Unix it takes names, and the words of the command line, in the encoding of the locale
 * that it was started in; no setting changes that later.
 */
final class FileNames {
    private FileNames() {}

    /**
     * What is wrong and what to do; empty if nothing is.
     *
     * @param encoding the property {@code sun.jnu.encoding}
     * @param separator between folders, as the system has it: Windows names files in Unicode whatever the encoding
     */
    static Optional<String> fault(String encoding, char separator) {
        return separator == '\\' || encoding.equalsIgnoreCase("UTF-8")
                ? Optional.empty()
                : Optional.of("语言环境（LC_ALL、LANG）的编码是 " + encoding
                        + "，不是 UTF-8，Java 读写不了中文文件名。先执行 export LC_ALL=C.UTF-8 再来，或用 zhibu 启动，它会自己选。");
    }
}
