package io.zhibu.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A failure of the disk in one Chinese line that names the file. */
final class DiskFault {
    private DiskFault() {}

    static String chinese(IOException failed) {
        if (failed instanceof AccessDeniedException denied) {
            return "没有权限：" + denied.getFile();
        }
        if (failed instanceof NoSuchFileException missing) {
            return "文件不见了：" + missing.getFile();
        }
        if (failed instanceof FileSystemException file) {
            String reason = file.getReason() == null ? "" : "（" + file.getReason() + "）";
            return file.getFile() + reason;
        }
        return String.valueOf(failed.getMessage());
    }
}
