package io.zhibu.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A failure of the disk in one Chinese line that names the file. */
final class DiskFault {
    private static final String FULL = "磁盘满了，腾出地方再来";

    private DiskFault() {}

    /** @param words of the command line: what helps against a full disk is another for each command */
    static String chinese(IOException failed, List<String> words) {
        String what = chinese(failed);
        if (!isFull(failed)) {
            return what;
        }
        return words.contains("--clean")
                ? what + "。--clean 已先删去旧站点，腾出地方以前没有站点可看"
                : words.contains("build") ? what + "；放不下两份站点时用 build --clean" : what;
    }

    private static boolean isFull(IOException failed) {
        String reason = failed instanceof FileSystemException file ? text(file.getReason()) : text(failed.getMessage());
        return reason(reason).equals(FULL);
    }

    private static String chinese(IOException failed) {
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
        String reason = failed instanceof FileSystemException file ? text(file.getReason()) : text(failed.getMessage());
        String what = reason(reason);
        if (failed instanceof FileSystemException file) {
            return reason.isEmpty()
                    ? file.getFile()
                    : what.isEmpty() ? file.getFile() + "（" + reason + "）" : what + "：" + file.getFile();
        }
        return what.isEmpty() ? String.valueOf(failed.getMessage()) : what;
    }

    /** What the system says while a file is written, which may come without the file's name; empty if it is something else. */
    private static String reason(String reason) {
        return switch (reason) {
            case "No space left on device", "There is not enough space on the disk" -> FULL;
            case "Disk quota exceeded" -> "磁盘配额用完了，腾出地方再来";
            case "Read-only file system" -> "磁盘只能读，不能写";
            case "Too many open files", "Too many open files in system" -> "只让同时打开这么多文件，不够用，先执行 ulimit -n 1024 再来";
            case "Is a directory" -> "这是文件夹，不能当文件写";
            case "Not a directory" -> "上一级不是文件夹";
            default -> "";
        };
    }

    private static String text(String orNone) {
        return orNone == null ? "" : orNone;
    }
}
