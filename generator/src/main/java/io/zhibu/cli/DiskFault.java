package io.zhibu.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
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
        if (failed instanceof FileAlreadyExistsException taken) {
            return "已有同名的文件，建不了文件夹：" + taken.getFile();
        }
        if (failed instanceof CharacterCodingException) {
            return "文件不是 UTF-8 编码，用记事本打开，另存为 UTF-8 编码";
        }
        if (failed instanceof FileSystemException file) {
            String reason = file.getReason() == null ? "" : file.getReason();
            return switch (reason) {
                case "" -> file.getFile();
                case "No space left on device" -> "磁盘满了：" + file.getFile();
                case "Read-only file system" -> "磁盘只能读，不能写：" + file.getFile();
                case "Is a directory" -> "这是文件夹，不能当文件写：" + file.getFile();
                case "Not a directory" -> "上一级不是文件夹：" + file.getFile();
                default -> file.getFile() + "（" + reason + "）";
            };
        }
        return String.valueOf(failed.getMessage());
    }
}
